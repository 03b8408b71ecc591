/** By what a video is recognised when it comes again: links are normalised when they are read. */

type Shown = { kind: 'link'; url: string } | { kind: 'file'; file: { uniqueId: string } } | { kind: 'stage' };

/** `null`: nothing that was handed in. */
export function markOf(video: Shown): string | null {
  switch (video.kind) {
    case 'link':
      return video.url;
    case 'file':
      return video.file.uniqueId;
    case 'stage':
      return null;
  }
}

/** Entries of several teams that show one video, in their order. */
export function sharedVideos<Entry extends { person: string; video: Shown }>(
  entries: readonly Entry[],
): Entry[][] {
  const byMark = new Map<string, Entry[]>();
  for (const entry of entries) {
    const mark = markOf(entry.video);
    if (mark !== null) byMark.set(mark, [...(byMark.get(mark) ?? []), entry]);
  }
  return [...byMark.values()].filter((alike) => new Set(alike.map(({ person }) => person)).size > 1);
}
