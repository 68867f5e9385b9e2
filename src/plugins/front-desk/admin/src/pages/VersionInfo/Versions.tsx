import { Flex, Typography } from '@strapi/design-system';
import type { VersionInfo } from '../../api/version-info';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';

const PARTS: Array<[Exclude<keyof VersionInfo['versions'], 'plugins'>, TextKey]> = [
  ['project', 'version.project'],
  ['strapi', 'version.strapi'],
  ['node', 'version.node'],
  ['database', 'version.database'],
];

/** What runs here, in which version. */
export function Versions({ versions }: Pick<VersionInfo, 'versions'>) {
  const { t } = useText();
  const facts = [
    ...PARTS.map(([part, label]): [string, string] => [t(label), versions[part]]),
    ...versions.plugins.map(({ name, version }): [string, string] => [
      t('version.plugin', { name }),
      version,
    ]),
  ];
  return (
    <Panel>
      <Typography variant="delta" tag="h2">
        {t('version.versions')}
      </Typography>
      <Flex tag="dl" gap={6} paddingTop={4} wrap="wrap" alignItems="flex-start">
        {facts.map(([label, version]) => (
          <div key={label}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {label}
            </Typography>
            <Typography tag="dd">{version || t('version.unknown')}</Typography>
          </div>
        ))}
      </Flex>
    </Panel>
  );
}
