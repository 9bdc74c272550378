/** Replaces a link to a film by the player when the reader asks for it. Nothing is loaded from elsewhere before. */
class VideoOnClick extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const address = URL.parse(this.dataset['src'] ?? '');
    if (link === null || address === null) return;
    link.addEventListener('click', (event) => {
      const player = createPlayer(address, link.textContent);
      if (player === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.replaceChildren(player);
      player.focus();
    });
  }
}

function createPlayer(address: URL, title: string): HTMLElement | undefined {
  if (!/\.(?:mp4|webm)$/iu.test(address.pathname)) return undefined;
  const video = document.createElement('video');
  video.controls = true;
  video.autoplay = true;
  video.src = address.href;
  video.setAttribute('aria-label', title);
  // Where the policy of the server allows no films from there, the link is followed instead.
  video.addEventListener('error', () => {
    location.assign(address);
  });
  return video;
}

customElements.define('wc-video', VideoOnClick);
