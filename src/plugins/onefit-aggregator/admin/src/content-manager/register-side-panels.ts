import type { StrapiApp } from '@strapi/strapi/admin';
import { CustomerIdsPanel } from './customer-ids/CustomerIdsPanel';
import { OnefitPanel } from './onefit-panel/OnefitPanel';
import type { SidePanel } from './side-panel';

interface ContentManagerApis {
  addEditViewSidePanel: (panels: SidePanel[]) => void;
}

/** Puts the plugin's panels beside the entries of the content manager. */
export function registerSidePanels({ getPlugin }: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = getPlugin('content-manager').apis as unknown as ContentManagerApis;
  apis.addEditViewSidePanel([OnefitPanel, CustomerIdsPanel]);
}
