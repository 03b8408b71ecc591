export default {
  undated: 'Kế hoạch chưa nêu thời gian cho việc này ({{window}}). Xin Ban Tổ chức bổ sung.',
  undecided: 'Kế hoạch còn {{count}} điều chưa quy định (trước hết là {{path}}), nên chưa xếp hạng được.',
} as const;
