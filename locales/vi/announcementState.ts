/** How far an announcement is. */
export default {
  waiting_approval: 'chờ duyệt',
  draft: 'được trả lại, chưa gửi',
  sending: 'đang gửi',
  stopped: 'đã dừng',
  done: 'đã gửi xong',
} as const;
