import type { Unit } from './unit.js';

/** Communes that a contest treats as one, as its document has them. */
export type Cluster = { id: string; name: string; members: readonly string[] };

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
  const clusterOf = new Map(clusters.flatMap(({ id, members }) => members.map((code) => [code, codeOf(id)])));
  return [
    ...clusters.map(
      ({ id, name, members: [first = ''] }): Unit => ({
        code: codeOf(id),
        parentCode: tree.get(first)?.parentCode ?? null,
        level: 'cluster',
        type: 'cum',
        ...titled(name),
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
  return clusters.flatMap(({ id, members }) => {
    const home = tree.get(members[0] ?? '')?.parentCode;
    return members.flatMap((code): ClusterFault[] => {
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
const titled = (name: string): Pick<Unit, 'kind' | 'name'> => ({
  kind: 'cụm',
  name: name.replace(/^cụm\s+/i, ''),
});
