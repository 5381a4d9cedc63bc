/** The close of an invented exchange: the same sentences every day with other figures; one close is reprinted. */
import { copy } from "../compose/build.mjs";

function close(verb, change, points, value, deals, up, down, best, bestGain, worst, worstLoss) {
  return [
    `رملان-سرمد أغلق مؤشر سوق رملان للأوراق المالية اليوم ${verb} بمقدار ${change} نقطة ليقف عند مستوى ${points} نقطة، وبلغت قيمة التداولات ${value} مليون دينار نفذت من خلال ${deals} صفقة.`,
    `وبلغ عدد الأسهم الرابحة ${up} مقابل ${down} خاسرة، وتصدر سهم ${best} قائمة الرابحين بنسبة ${bestGain}%، وجاء سهم ${worst} في ذيل القائمة بخسارة نسبتها ${worstLoss}%.`,
  ];
}

export const market = [
  {
    id: "sarmad-110",
    source: "sarmad",
    event: "market-0907",
    published: "2026-09-07T15:10+03:00",
    title: "سوق رملان تغلق على ارتفاع",
    text: close("مرتفعا", "31.4", "4812.6", "57", "2904", 14, 6, "مطاحن السهل", "4.1", "نقل الفنار", "1.8"),
  },
  {
    id: "sarmad-111",
    source: "sarmad",
    event: "market-0908",
    published: "2026-09-08T15:10+03:00",
    title: "سوق رملان تغلق على انخفاض",
    text: close("منخفضا", "12.9", "4799.7", "43", "2310", 5, 13, "زجاج مرجانة", "2.2", "بنك الضفتين", "3.7"),
  },
  {
    id: "sarmad-112",
    source: "sarmad",
    event: "market-0909",
    published: "2026-09-09T15:10+03:00",
    title: "سوق رملان تغلق على ارتفاع",
    text: close("مرتفعا", "8.2", "4807.9", "49", "2588", 11, 8, "ألبان الوادي", "3.3", "مطاحن السهل", "0.9"),
  },
  {
    id: "sarmad-113",
    source: "sarmad",
    event: "market-0914",
    published: "2026-09-14T15:12+03:00",
    title: "سوق رملان تغلق على ارتفاع",
    text: close("مرتفعا", "40.6", "4861.3", "71", "3417", 17, 2, "نقل الفنار", "6.0", "زجاج مرجانة", "0.4"),
  },
  {
    id: "rafiaa-206",
    source: "rafiaa",
    event: "market-0908",
    published: "2026-09-08",
    title: "المؤشر يتراجع 13 نقطة",
    text: [
      copy("sarmad-111", "1-2", {
        edits: [
          ["رملان-سرمد", ""],
          ["اليوم", "الثلاثاء"],
        ],
      }),
    ],
  },
  {
    id: "tukhum-106",
    source: "tukhum",
    event: "market-0908",
    published: "2026-09-08T16:00+03:00",
    title: "المصارف تضغط على بورصة رملان",
    text: [
      "رملان (تخوم) قادت أسهم المصارف بورصة العاصمة إلى الهبوط في جلسة الثلاثاء، إذ باع مستثمرون صغار حصصهم في بنك الضفتين بعدما أرجأ توزيع أرباح النصف الأول.",
      "وقال الوسيط نزار الطحان إن شهية الشراء ضعيفة قبل العطلة، وإن معظم الطلب انصب على سهم الزجاج الذي فاز قبل أيام بعقد لتوريد نوافذ المدارس.",
    ],
  },
];
