import { Flex, Typography } from '@strapi/design-system';
import type { VersionInfo } from '../../api/version-info';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';

const PARTS: Array<[keyof VersionInfo['versions'], TextKey]> = [
  ['project', 'version.project'],
  ['strapi', 'version.strapi'],
  ['node', 'version.node'],
  ['database', 'version.database'],
];

/** What runs here, in which version. */
export function Versions({ versions }: Pick<VersionInfo, 'versions'>) {
  const { t } = useText();
  return (
    <Panel>
      <Typography variant="delta" tag="h2">
        {t('version.versions')}
      </Typography>
      <Flex tag="dl" gap={6} paddingTop={4} wrap="wrap" alignItems="flex-start">
        {PARTS.map(([part, label]) => (
          <div key={part}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {t(label)}
            </Typography>
            <Typography tag="dd">{versions[part] || t('version.unknown')}</Typography>
          </div>
        ))}
      </Flex>
    </Panel>
  );
}
