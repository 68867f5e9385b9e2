import { watchActions } from './actions.js';
import { watchFaultForm } from './fault-form.js';
import { goLive } from './live.js';

// Choosing a member or a venue is a new address of the same page.
document.addEventListener('change', (event) => {
  event.target.closest('form[data-choose]')?.requestSubmit();
});

watchActions();
watchFaultForm();
goLive();
