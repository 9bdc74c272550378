import { remember, remembered } from './device-memory.ts';

/** Turns a question with options into a self-check. What was chosen stays on the device; nothing is sent anywhere. */
class Quiz extends HTMLElement {
  connectedCallback(): void {
    const options = [...this.querySelectorAll<HTMLElement>(':scope > .option')];
    const [first] = options;
    const { id = '' } = this.dataset;
    if (first === undefined || this.querySelector('fieldset') !== null) return;
    const many = options.filter(({ dataset }) => 'correct' in dataset).length > 1;
    const fieldset = document.createElement('fieldset');
    const question = this.querySelector('.question');
    const legend = document.createElement('legend');
    legend.append(...(question?.childNodes ?? []));
    if (many) legend.append(' (more than one is right)');
    question?.remove();
    const choices = options.map((option, index) => createChoice(option, `quiz-${id}`, String(index), many));
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Check';
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    const explanation = this.querySelector('details');
    const key = `quiz-${id}`;

    const check = () => {
      const right = choices.every(({ input, correct }) => input.checked === correct);
      for (const choice of choices) choice.show();
      status.textContent = right ? 'That is right.' : 'Not quite. Try again, or open the answer.';
      if (right && explanation !== null) explanation.open = true;
    };
    button.addEventListener('click', () => {
      const chosen = choices.filter(({ input }) => input.checked).map(({ input }) => input.value);
      if (chosen.length === 0) {
        status.textContent = 'Choose an answer first.';
        return;
      }
      remember(key, chosen);
      check();
    });
    fieldset.addEventListener('change', () => {
      status.textContent = '';
      for (const choice of choices) choice.hide();
    });
    fieldset.append(legend, ...choices.map(({ label }) => label), button, status);
    first.before(fieldset);
    for (const option of options) option.remove();

    const before = remembered(key);
    for (const { input } of choices) input.checked = before.includes(input.value);
    if (before.length > 0) check();
  }
}

function createChoice(option: HTMLElement, name: string, value: string, many: boolean) {
  const correct = 'correct' in option.dataset;
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = many ? 'checkbox' : 'radio';
  input.name = name;
  input.value = value;
  const words = document.createElement('span');
  words.append(...option.childNodes);
  const mark = document.createElement('span');
  mark.className = 'mark';
  label.append(input, words, mark);
  const hide = () => {
    mark.textContent = '';
    delete label.dataset['mark'];
  };
  const show = () => {
    hide();
    if (!input.checked) return;
    mark.textContent = correct ? 'Right' : 'Not right';
    label.dataset['mark'] = correct ? 'right' : 'wrong';
  };
  return { label, input, correct, show, hide };
}

customElements.define('wc-quiz', Quiz);
