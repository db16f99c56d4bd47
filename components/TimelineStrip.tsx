// The whole road in 348 by 44 pixels: a dot for each event, years below, the article's day as a line at its end.
import { type Day, wordDate } from '../core/knowledge/dates.ts';
import { timeScale, yearTicks } from './time-scale.ts';

const WIDTH = 348;
const HEIGHT = 44;
const AXIS = 16;
const START = 8;
const END = WIDTH - 8;
/** Least distance of two years as a share of the axis; a written year takes a tenth. */
const APART = 0.13;

export function TimelineStrip({ days, asOf }: { readonly days: readonly Day[]; readonly asOf: Day }) {
  const [earliest] = days;
  if (days.length < 2 || !earliest) return null;
  const scale = timeScale(asOf, earliest);
  const x = (share: number) => START + share * (END - START);
  const label = `${days.length} events from ${wordDate(earliest)} to ${wordDate(asOf)}`;
  return (
    <svg class="strip" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <path class="axis" d={`M${START} ${AXIS}H${END}`} />
      {yearTicks(asOf, earliest, APART).map(({ year, at }) => (
        <g key={year}>
          <path class="axis" d={`M${x(at)} ${AXIS}v6`} />
          <text x={x(at)} y={AXIS + 17} text-anchor="middle">
            {year}
          </text>
        </g>
      ))}
      {days.map((day, index) => (
        <circle key={index} class="dot" cx={x(scale(day))} cy={AXIS} r={4} />
      ))}
      <path class="now" d={`M${END} 4V${AXIS + 12}`} />
    </svg>
  );
}
