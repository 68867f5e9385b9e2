import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { useTheme } from 'styled-components';
import type { ReportDay } from '../../../../shared/month-report';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';

type Part = 'checkIns' | 'noShows' | 'lateCancels';
type Colour = 'success600' | 'warning600' | 'neutral500';

/** What a bar is made of, from its foot up; told apart by their words in the table, too. */
const PARTS: Array<{ part: Part; colour: Colour; label: TextKey }> = [
  { part: 'checkIns', colour: 'success600', label: 'month.checkIns' },
  { part: 'noShows', colour: 'warning600', label: 'month.noShows' },
  { part: 'lateCancels', colour: 'neutral500', label: 'month.lateCancels' },
];

const WIDTH = 20;
const HEIGHT = 140;
const BAR = 14;

function sum(day: ReportDay): number {
  return PARTS.reduce((total, { part }) => total + day[part], 0);
}

/** The month by day, a bar a day; the same as a table for those who do not see it. */
export function DayChart({ days, title }: { days: ReportDay[]; title: string }) {
  const { t } = useText();
  const { colors } = useTheme();
  const isNarrow = useIsMobile();
  // The whole chart shrinks with the screen, its words with it: fewer of them, and larger.
  const fontSize = isNarrow ? 24 : 10;
  const isNamed = (day: number) => !isNarrow || day === 1 || day % 5 === 0;
  const most = Math.max(1, ...days.map(sum));
  const scale = HEIGHT / most;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} tag="figure" margin={0}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={3} aria-hidden>
        <Typography fontWeight="bold" tag="p">
          {title}
        </Typography>
        <Flex gap={4} wrap="wrap">
          {PARTS.map(({ part, colour, label }) => (
            <Flex key={part} gap={1}>
              <Box background={colour} width="1.2rem" height="1.2rem" hasRadius />
              <Typography variant="pi">{t(label)}</Typography>
            </Flex>
          ))}
        </Flex>
      </Flex>
      <svg
        viewBox={`0 0 ${days.length * WIDTH + 24} ${HEIGHT + fontSize + 14}`}
        width="100%"
        style={{ maxHeight: '24rem' }}
        aria-hidden
        focusable="false"
      >
        <text x={20} y={fontSize} fontSize={fontSize} textAnchor="end" fill={colors.neutral600}>
          {most}
        </text>
        <line x1={22} x2={24 + days.length * WIDTH} y1={2} y2={2} stroke={colors.neutral200} />
        <line
          x1={22}
          x2={24 + days.length * WIDTH}
          y1={HEIGHT + 2}
          y2={HEIGHT + 2}
          stroke={colors.neutral300}
        />
        {days.map((day, index) => {
          let top = HEIGHT + 2;
          return (
            <g key={day.day} transform={`translate(${24 + index * WIDTH} 0)`}>
              {PARTS.map(({ part, colour }) => {
                const height = day[part] * scale;
                top -= height;
                return (
                  <rect
                    key={part}
                    x={(WIDTH - BAR) / 2}
                    y={top}
                    width={BAR}
                    height={height}
                    fill={colors[colour]}
                  />
                );
              })}
              <text
                x={WIDTH / 2}
                y={HEIGHT + fontSize + 6}
                fontSize={fontSize}
                textAnchor="middle"
                fill={colors.neutral600}
              >
                {isNamed(index + 1) && index + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <VisuallyHidden>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('month.day')}</th>
              {PARTS.map(({ part, label }) => (
                <th key={part} scope="col">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days
              .filter((day) => sum(day) > 0)
              .map((day) => (
                <tr key={day.day}>
                  <th scope="row">{day.day}</th>
                  {PARTS.map(({ part }) => (
                    <td key={part}>{day[part]}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Box>
  );
}
