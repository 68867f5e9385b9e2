import type { Core } from '@strapi/strapi';
import type { Connection } from '../connection-service';
import { PLUGIN } from '../settings';

/** The service that holds the plugin together. */
export function connection(strapi: Core.Strapi): Connection {
  return strapi.plugin(PLUGIN).service<Connection>('connection');
}
