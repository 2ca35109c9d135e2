/**
 * A link to a video becomes the video where it stands, once it is pressed: until then nobody else
 * is asked for anything. Without this script, or opened in a new tab, it leads to its host.
 */
document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
  const link = (target as Element).closest<HTMLAnchorElement>('a[data-player]');
  if (!link || ctrlKey || metaKey || shiftKey || altKey) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.title = link.dataset['title'] ?? link.text;
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  frame.allowFullscreen = true;
  // YouTube plays nothing for a page that does not say whose it is.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = link.dataset['player'] ?? '';
  link.before(frame);
  // From now on it is the way to the page of the video.
  delete link.dataset['player'];
  frame.focus();
});
