// A form whose answer renews itself: `hx-trigger="renew"` on the form, which without scripts is an ordinary one.

/**
 * Sends `renew` to the form once for each thing a person does: Enter in a field is a change, a search and a submission.
 * `defaults` ({name: value}) and empty values are left out of the address.
 */
export function startFilterForm(form, defaults = {}) {
  let timer = 0;
  const renew = () => {
    clearTimeout(timer);
    timer = setTimeout(() => form.dispatchEvent(new CustomEvent('renew')), 20);
  };
  form.addEventListener('change', renew);
  form.addEventListener('search', renew);
  form.addEventListener('submit', event => {
    event.preventDefault();
    renew();
  });
  document.addEventListener('htmx:configRequest', event => {
    if (event.detail.elt === form) {
      for (const [name, value] of Object.entries(event.detail.parameters)) {
        if (value === '' || value === defaults[name]) {
          delete event.detail.parameters[name];
        }
      }
    }
  });
}
