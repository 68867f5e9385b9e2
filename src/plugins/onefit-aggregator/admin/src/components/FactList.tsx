import { Box, Flex, Typography } from '@strapi/design-system';

/** Something known, by its name. */
export interface Fact {
  name: string;
  value: string;
}

/** Names to the left, what is known to the right. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <Box tag="dl" width="100%">
      {facts.map(({ name, value }) => (
        <Flex key={name} justifyContent="space-between" gap={3} paddingTop={1} paddingBottom={1}>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="dd" variant="pi" fontWeight="bold">
            {value}
          </Typography>
        </Flex>
      ))}
    </Box>
  );
}
