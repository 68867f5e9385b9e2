/** Shows the inputs of the chosen kind of fault, and switches off those of the others. */
export function watchFaultForm() {
  const chooser = document.getElementById('fault-kind');
  if (!chooser) return;
  const update = () => {
    for (const label of document.querySelectorAll('[data-kinds]')) {
      const shown = label.dataset.kinds.split(' ').includes(chooser.value);
      const input = label.querySelector('input, textarea');
      label.hidden = !shown;
      input.disabled = !shown;
      input.required = shown && input.dataset.required === 'true';
    }
  };
  chooser.addEventListener('change', update);
  update();
}
