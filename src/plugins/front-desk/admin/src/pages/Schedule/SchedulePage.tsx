import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { READ_SCHEDULE, USE_SIGN_IN } from '../../permissions';
import { SignInPage } from '../SignIn/SignInPage';
import { Schedule } from './Schedule';

/** The Schedule, and below it the Sign-in of an appointment. */
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
    </Routes>
  );
}
