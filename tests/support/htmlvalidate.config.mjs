// Every exception to the recommended rules carries its reason.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: {},
};
