import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { VenueStatus } from '../../api/status';
import { Connection } from './Connection';

const Columns = styled(Box)`
  display: grid;
  gap: 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 36rem), 1fr));
`;

/** The connections of all venues, side by side where there is room. */
export function Connections({ venues }: { venues: VenueStatus[] }) {
  return (
    <Columns>
      {venues.map((venue) => (
        <Connection key={venue.documentId} venue={venue} />
      ))}
    </Columns>
  );
}
