import { Box, Tabs } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { useText } from '../../components/use-text';
import { STATUS_TABS } from './tabs';

/** The tabs that the reader's role may see; which one is open stands in the address. */
export function StatusTabs() {
  const { t } = useText();
  const [params, setParams] = useSearchParams();
  const permissions = useAuth('StatusTabs', (auth) => auth.permissions);
  const mine = STATUS_TABS.filter((tab) =>
    tab.permissions.every(({ action }) => permissions.some((held) => held.action === action)),
  );
  const asked = params.get('tab');
  const open = mine.find((tab) => tab.id === asked) ?? mine[0];
  if (!open) return null;
  return (
    <Tabs.Root
      variant="simple"
      value={open.id}
      onValueChange={(id) => setParams({ tab: id }, { replace: true })}
    >
      <Box style={{ overflowX: 'auto' }}>
        <Tabs.List aria-label={t('tabs.label')}>
          {mine.map((tab) => (
            <Tabs.Trigger key={tab.id} value={tab.id}>
              {t(tab.label)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Box>
      {mine.map(({ id, Content }) => (
        <Tabs.Content key={id} value={id}>
          <Box paddingTop={4}>
            <Content />
          </Box>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
