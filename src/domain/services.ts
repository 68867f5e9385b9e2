import type { Core } from '@strapi/strapi';
import type { ActivityService } from '../api/activity/services/activity';
import type { AppointmentService } from '../api/appointment/services/appointment';
import type { BookingService } from '../api/booking/services/booking';
import type { CustomerMessageService } from '../api/customer-message/services/customer-message';
import type { CustomerService } from '../api/customer/services/customer';

/** Strapi finds services by name and knows no types; here is what each name stands for. */
interface Services {
  'api::activity.activity': ActivityService;
  'api::appointment.appointment': AppointmentService;
  'api::booking.booking': BookingService;
  'api::customer.customer': CustomerService;
  'api::customer-message.customer-message': CustomerMessageService;
}

function service<Uid extends keyof Services>(uid: Uid) {
  return (strapi: Core.Strapi): Services[Uid] => strapi.service(uid) as unknown as Services[Uid];
}

export const activitiesOf = service('api::activity.activity');
export const appointmentsOf = service('api::appointment.appointment');
export const bookingsOf = service('api::booking.booking');
export const customersOf = service('api::customer.customer');
export const customerMessagesOf = service('api::customer-message.customer-message');
