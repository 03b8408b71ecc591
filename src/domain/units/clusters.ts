import type { Unit } from './unit.js';

/** Communes that a contest treats as one, as its document has them. */
export type Cluster = { id: string; title: string; units: readonly string[] };

/** What can't be a cluster: a member that isn't there, that is no commune, or that is in another one too. */
export type ClusterFault = {
  cluster: string;
  unit: string;
  problem: 'unknown' | 'notCommune' | 'twice' | 'apart';
};

type Tree = { all: readonly Unit[]; get(code: string): Unit | undefined };

/**
 * The tree's units with the clusters standing between their communes and what these are part of, so that
 * `ancestor` finds the cluster and, above it, the province. Throws for what `clusterFaults` finds.
 */
export function withClusters(tree: Tree, clusters: readonly Cluster[]): Unit[] {
  const [fault] = clusterFaults(tree, clusters);
  if (fault) throw new Error(`cluster ${fault.cluster}, unit ${fault.unit}: ${fault.problem}`);
  const clusterOf = new Map(clusters.flatMap(({ id, units }) => units.map((code) => [code, codeOf(id)])));
  return [
    ...clusters.map(
      ({ id, title, units: [first = ''] }): Unit => ({
        code: codeOf(id),
        parentCode: tree.get(first)?.parentCode ?? null,
        level: 'cluster',
        type: 'cum',
        ...titled(title),
      }),
    ),
    ...tree.all.map((unit) => {
      const cluster = clusterOf.get(unit.code);
      return cluster ? { ...unit, parentCode: cluster } : unit;
    }),
  ];
}

/** Each member must be a commune of one place, and of one cluster. */
export function clusterFaults(tree: Tree, clusters: readonly Cluster[]): ClusterFault[] {
  const taken = new Set<string>();
  return clusters.flatMap(({ id, units }) => {
    const home = tree.get(units[0] ?? '')?.parentCode;
    return units.flatMap((code): ClusterFault[] => {
      const unit = tree.get(code);
      const fault = (problem: ClusterFault['problem']) => [{ cluster: id, unit: code, problem }];
      if (!unit) return fault('unknown');
      if (unit.level !== 'commune') return fault('notCommune');
      if (taken.has(code)) return fault('twice');
      taken.add(code);
      return unit.parentCode === home ? [] : fault('apart');
    });
  });
}

/** Official numbers have no colon, so that no cluster is taken for another unit. */
const codeOf = (id: string): string => `cum:${id}`;

/** `Cụm số 1` is of the kind cụm, with the name `số 1`. */
const titled = (title: string): Pick<Unit, 'kind' | 'name'> => ({
  kind: 'cụm',
  name: title.replace(/^cụm\s+/i, ''),
});
