// The little the desk does in the browser by itself.

// Ctrl+Enter (or Cmd+Enter) sends what is written. The change event hands the text over before the form goes.
document.addEventListener('keydown', event => {
  const area = event.target;
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !area.matches?.('textarea[data-sends]')) return;
  event.preventDefault();
  area.dispatchEvent(new Event('change', { bubbles: true }));
  area.form.querySelector('button:not([disabled])')?.click();
});

// The transcript stays at its end while the reader is there.
const follow = () => {
  const list = document.querySelector('[data-follow]');
  if (!list) return;
  const end = () => list.scrollHeight - list.clientHeight;
  if (!list.dataset.followed) {
    list.dataset.followed = 'true';
    list.scrollTop = end();
    list.dataset.atEnd = 'true';
    // It also grows and shrinks with the window and with the reply above which it stands.
    new ResizeObserver(() => { if (list.dataset.atEnd) list.scrollTop = end(); }).observe(list);
    list.addEventListener('scroll', () => { list.dataset.atEnd = list.scrollTop > end() - 40 ? 'true' : ''; }, { passive: true });
  } else if (list.dataset.atEnd) {
    list.scrollTop = end();
  }
};
new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
follow();

// On a small screen the facts begin folded.
const fold = () => {
  if (!matchMedia('(max-width: 800px)').matches) return;
  for (const details of document.querySelectorAll('.facts details:not([data-folded])')) {
    details.dataset.folded = 'true';
    details.open = false;
  }
};
new MutationObserver(fold).observe(document.body, { childList: true, subtree: true });
fold();

const written = () => [...document.querySelectorAll('textarea')].some(area => area.value.trim());

document.addEventListener('click', event => {
  if (!event.target.closest?.('[data-reload]')) return;
  event.preventDefault();
  location.reload();
});

// After a restart of the bot the page cannot go on; a draft is worth more than a fresh page.
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail?.state === 'rejected' && !written()) location.reload();
});
