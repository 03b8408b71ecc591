import { isKnown } from '../../plan.js';
import { type Checked, type Finding, found } from './finding.js';

/** The units a plan names, against its list of units: needs that list. */
export function unitsNamed({ plan, units }: Checked): Finding[] {
  const { root, clusters, list } = plan.units;
  if (units === null) return [found('no_such_list', 'units.list', { list })];
  if (!units) return [];
  const missing = (path: string, code: string) => found('no_such_unit', path, { code, list });
  if (!units.get(root)) return [missing('units.root', root)];

  const findings: Finding[] = [];
  const clusterOf = new Map<string, { id: string; name: string }>();
  for (const { id, name, members } of clusters) {
    for (const [index, code] of members.entries()) {
      const path = `units.clusters.${id}.members.${index}`;
      const unit = units.get(code);
      const before = clusterOf.get(code);
      if (!unit || !units.isUnder(code, root)) findings.push(missing(path, code));
      else if (before?.id === id)
        findings.push(found('unit_twice_in_cluster', path, { unit: units.shortName(unit), cluster: name }));
      else if (before !== undefined)
        findings.push(
          found('unit_in_two_clusters', path, {
            unit: units.shortName(unit),
            first: before.name,
            second: name,
          }),
        );
      else clusterOf.set(code, { id, name });
    }
  }
  const outside =
    clusters.length === 0 ? [] : units.under(root, 'commune').filter(({ code }) => !clusterOf.has(code));
  if (outside.length > 0)
    findings.push(
      found('unit_in_no_cluster', 'units.clusters', {
        count: outside.length,
        names: outside
          .slice(0, 5)
          .map((unit) => units.shortName(unit))
          .join(', '),
      }),
    );
  return findings;
}

/** A round of clusters, and no clusters. */
export function clustersMissing({ plan }: Checked): Finding[] {
  if (plan.units.clusters.length > 0) return [];
  const round = plan.rounds.find(({ level }) => isKnown(level) && level === 'cluster');
  return round ? [found('clusters_missing', `rounds.${round.id}.level`, { round: round.title })] : [];
}
