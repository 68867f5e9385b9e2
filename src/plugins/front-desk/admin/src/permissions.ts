/** What a role must be allowed, per link and page; the server guards the routes by the same names. */
const allow = (action: string) => [{ action, subject: null }];

export const READ_SCHEDULE = allow('plugin::front-desk.schedule.read');
export const USE_SIGN_IN = allow('plugin::front-desk.sign-in.use');
export const EXPORT_SIGN_IN = allow('plugin::front-desk.sign-in.export');
export const EDIT_APPOINTMENT = allow('plugin::front-desk.appointment.edit');
export const WRITE_TO_ALL = allow('plugin::front-desk.sign-in.write');
export const CANCEL_APPOINTMENT = allow('plugin::front-desk.appointment.cancel');
export const READ_FILL_RATE = allow('plugin::front-desk.fill-rate.read');
export const READ_VERSION_INFO = allow('plugin::front-desk.version-info.read');
