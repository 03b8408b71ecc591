/** What Zalo's writer adds to a reply. Said by the bot. */
export default {
  /** Zalo passes no files on: people fetch them. */
  document: '📄 {{name}}\nBấm vào liên kết để tải về: {{address}}',
} as const;
