import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { READ_SCHEDULE } from '../../permissions';
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
    </Routes>
  );
}
