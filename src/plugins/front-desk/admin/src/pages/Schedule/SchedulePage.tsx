import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { SCHEDULE_PATH } from '../../paths';
import { READ_SCHEDULE, USE_SIGN_IN } from '../../permissions';
import { SignInPage } from '../SignIn/SignInPage';
import { Schedule } from './Schedule';

/** The Schedule, and below it the Sign-in of an appointment; any other address leads to the Schedule. */
export default function SchedulePage() {
  return (
    <Routes>
      <Route
        index
        element={
          <Page.Protect permissions={READ_SCHEDULE}>
            <Schedule />
          </Page.Protect>
        }
      />
      <Route
        path="appointments/:documentId"
        element={
          <Page.Protect permissions={USE_SIGN_IN}>
            <SignInPage />
          </Page.Protect>
        }
      />
      <Route path="*" element={<Navigate to={SCHEDULE_PATH} replace />} />
    </Routes>
  );
}
