export default {
  undated: 'Kế hoạch chưa nêu thời gian cho việc «{{window}}». Xin Ban Tổ chức bổ sung.',
  undecided:
    'Kế hoạch còn {{count}} điều chưa quy định, nên chưa xếp hạng được. Ban Tổ chức gõ /tinhhinh để xem.',
} as const;
