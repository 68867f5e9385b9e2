import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { MARKET_PATH } from '../../paths';
import { READ_MARKET } from '../../permissions';
import { ExtensionList } from './ExtensionList';
import { LearnMore } from './LearnMore';
import { NextSteps } from './NextSteps';

/** The Market: the extensions that staff can order for their venue; any other address leads to their list. */
export default function MarketPage() {
  return (
    <Page.Protect permissions={READ_MARKET}>
      <Routes>
        <Route index element={<ExtensionList />} />
        <Route path="onefit-api" element={<LearnMore />} />
        <Route path="next-steps" element={<NextSteps />} />
        <Route path="*" element={<Navigate to={MARKET_PATH} replace />} />
      </Routes>
    </Page.Protect>
  );
}
