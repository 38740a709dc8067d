// The navigation of small screens, behind a button.

export function startNavigation() {
  const navigation = document.getElementById('navigation');
  const toggle = document.querySelector('[data-navigation-toggle]');
  const show = isOpen => {
    navigation.classList.toggle('is-open', isOpen);
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.addEventListener('click', () => show(!navigation.classList.contains('is-open')));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && navigation.classList.contains('is-open')) {
      show(false);
      toggle.focus();
    }
  });
}
