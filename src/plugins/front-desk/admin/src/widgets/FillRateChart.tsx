import { VisuallyHidden } from '@strapi/design-system';
import { useTheme } from 'styled-components';
import type { WeekFill } from '../api/fill-rate';
import { regionOf } from '../components/times';
import { useText } from '../components/use-text';
import { percent } from './percent';

const LEFT = 36;
const STEP = 52;
const HEIGHT = 150;
const LINES = [0, 50, 100];

const x = (index: number) => LEFT + index * STEP + STEP / 2;
const y = (share: number) => HEIGHT + 8 - (share / 100) * HEIGHT;

/** A line of how full the weeks were, above a band of Onefit's share; as a table, too. */
export function FillRateChart({ weeks }: { weeks: WeekFill[] }) {
  const { t, locale } = useText();
  const { colors } = useTheme();
  const shares = weeks.map(({ booked, bookedByOnefit, spots }) => ({
    all: percent(booked, spots),
    onefit: percent(bookedByOnefit, spots),
  }));
  const points = (of: (share: { all: number; onefit: number }) => number) =>
    shares.map((share, index) => `${x(index)},${y(of(share))}`).join(' ');
  const day = new Intl.DateTimeFormat(regionOf(locale), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const monday = (week: WeekFill) => day.format(new Date(`${week.monday}T00:00:00Z`));
  const right = LEFT + weeks.length * STEP;
  return (
    <>
      <svg viewBox={`0 0 ${right} ${HEIGHT + 30}`} width="100%" aria-hidden focusable="false">
        {LINES.map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={right} y1={y(share)} y2={y(share)} stroke={colors.neutral200} />
            <text
              x={LEFT - 6}
              y={y(share) + 4}
              fontSize={11}
              textAnchor="end"
              fill={colors.neutral600}
            >
              {share} %
            </text>
          </g>
        ))}
        <polygon
          points={`${x(0)},${y(0)} ${points(({ onefit }) => onefit)} ${x(weeks.length - 1)},${y(0)}`}
          fill={colors.secondary200}
        />
        <polyline
          points={points(({ all }) => all)}
          fill="none"
          stroke={colors.primary600}
          strokeWidth={2.5}
        />
        {weeks.map((week, index) => (
          <g key={week.monday}>
            <circle
              cx={x(index)}
              cy={y(shares[index]?.all ?? 0)}
              r={3.5}
              fill={colors.primary600}
            />
            <text
              x={x(index)}
              y={HEIGHT + 26}
              fontSize={11}
              textAnchor="middle"
              fill={colors.neutral600}
            >
              {monday(week)}
            </text>
          </g>
        ))}
      </svg>
      <VisuallyHidden>
        <table>
          <caption>{t('widget.fillRateTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('widget.weekOf')}</th>
              <th scope="col">{t('widget.fillRate')}</th>
              <th scope="col">{t('widget.ofWhichOnefit')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, index) => (
              <tr key={week.monday}>
                <th scope="row">{monday(week)}</th>
                <td>{shares[index]?.all ?? 0} %</td>
                <td>{shares[index]?.onefit ?? 0} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </>
  );
}
