import Kernel

/// Common Chinese surnames and given names, put together by chance; who bears one is an accident.
enum SyntheticNames {
    static func person(_ chance: SeededRandomness) -> String {
        let given = chance.number(in: 0...9) < 7 ? pick(twoCharacter, chance) : pick(oneCharacter, chance)
        return pick(surnames, chance) + given
    }

    static func pick<Element>(_ elements: [Element], _ chance: SeededRandomness) -> Element {
        elements[chance.number(in: 0...(elements.count - 1))]
    }

    private static let surnames = [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭",
        "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅",
        "沈", "曾", "彭", "吕", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟",
    ]

    private static let oneCharacter = [
        "伟", "芳", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平",
        "刚", "鹏", "辉", "玲", "丹", "萍", "华", "红", "波", "宁", "琳", "凯", "浩", "倩", "颖", "梅", "帆", "雷",
    ]

    private static let twoCharacter = [
        "秀英", "桂英", "建国", "建华", "志强", "秀兰", "玉兰", "海燕", "晓东", "国强", "文斌", "春梅", "小红", "永贵",
        "佳怡", "子涵", "浩然", "思远", "雨桐", "志远", "明辉", "建军", "丽华", "晓丽", "红梅", "世杰", "家豪", "婷婷",
        "雪梅", "光辉", "德明", "淑珍", "长江", "立新", "永康", "素芳", "兴华", "晓燕", "天宇", "俊杰", "慧敏", "成林",
    ]
}
