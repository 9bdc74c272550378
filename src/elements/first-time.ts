/** Shows how to begin to whoever is not signed in to the editor, and makes room again once they are. */
const help = document.querySelector('details');
// Where the editor keeps who is signed in.
const isSignedIn = () => localStorage.getItem('sveltia-cms.user') !== null;

if (help !== null && !isSignedIn()) {
  help.open = true;
  // It goes on to another page of its own then.
  window.addEventListener('hashchange', () => {
    if (isSignedIn()) help.open = false;
  });
}
