/** What Zalo's writer adds to a reply. Said by the bot. */
export default {
  /** Zalo passes no files on: people fetch them. */
  document: '📄 {{name}}\nBấm vào liên kết để tải về: {{address}}',
  /** Above a menu, where the message counts something else as well. */
  choose: '<b>Xin gõ số để chọn:</b>',
} as const;
