/** Puts a button on every code block that copies its text. */
for (const block of document.querySelectorAll<HTMLElement>('.code')) {
  const code = block.querySelector('code');
  if (code === null) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy no-print';
  button.textContent = 'Copy';
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    const say = (words: string) => {
      button.textContent = words;
      status.textContent = words;
      setTimeout(() => {
        button.textContent = 'Copy';
        status.textContent = '';
      }, 2000);
    };
    navigator.clipboard.writeText(code.textContent).then(
      () => {
        say('Copied');
      },
      () => {
        say('Could not copy');
      },
    );
  });
  block.append(button, status);
}
