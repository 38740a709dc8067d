// The theme a person chose, in a cookie, so that the next page comes in it.

export function currentTheme() {
  return document.documentElement.dataset.theme
    ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
}

export function startTheme() {
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-theme-toggle]')) {
      return;
    }
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    document.cookie = `mnemolite_theme=${theme};path=/;max-age=31536000;samesite=strict`;
    // Drawings with colours of their own, such as charts on a canvas, listen to this.
    document.dispatchEvent(new CustomEvent('theme-changed', { detail: theme }));
  });
}
