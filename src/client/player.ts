/**
 * Replaces a link to a video with the player when it is clicked. Nothing is requested from the host before
 * that. Without this script, or in a new tab, the link opens the page of the video.
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
  // YouTube does not play without a referrer.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = link.dataset['player'] ?? '';
  link.before(frame);
  // From now on the link opens the page of the video.
  delete link.dataset['player'];
  frame.focus();
});
