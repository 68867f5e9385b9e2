import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { READ_MARKET } from '../../permissions';
import { ExtensionList } from './ExtensionList';
import { LearnMore } from './LearnMore';
import { NextSteps } from './NextSteps';

/** The Market: the extensions that staff can order for their venue. */
export default function MarketPage() {
  return (
    <Page.Protect permissions={READ_MARKET}>
      <Routes>
        <Route index element={<ExtensionList />} />
        <Route path="onefit-api" element={<LearnMore />} />
        <Route path="next-steps" element={<NextSteps />} />
      </Routes>
    </Page.Protect>
  );
}
