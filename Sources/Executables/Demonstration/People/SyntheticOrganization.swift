import Kernel

/// An enterprise that does not exist, with a code whose check characters fit.
struct SyntheticOrganization {
    let name: String
    let code: String

    init(_ chance: SeededRandomness) {
        let word = SyntheticNames.pick(SyntheticOrganization.words, chance)
        let trade = SyntheticNames.pick(SyntheticOrganization.trades, chance)
        name = "广安区\(word)\(trade)（演示）"
        code = SyntheticOrganization.code(serial: chance.number(in: 0...9_999_999))
    }

    /// An enterprise of the division; the subject's letter is one that the registers do not begin with.
    static func code(serial: Int) -> String {
        let subject = "Y" + serial.padded(to: 7)
        let body = "91511602" + subject + CheckCharacters.organization(subject)
        return body + CheckCharacters.credit(body)
    }

    private static let words = [
        "鸿运", "嘉陵", "翠屏", "金穗", "华蓥", "渠江", "龙泉", "福源", "益民", "顺达", "春晖", "瑞丰", "恒通", "蜀乡",
        "和美", "天成", "佳和", "德润", "安泰", "永兴", "锦绣", "康乐", "星辰", "思源", "聚贤", "东升", "万和", "祥云",
    ]

    private static let trades = [
        "餐饮店", "宾馆", "商贸有限公司", "健身服务部", "美容店", "燃气有限公司", "建筑工程有限公司", "食品厂", "农业合作社",
        "林业有限公司", "文化传播有限公司", "洗浴中心", "酒店管理有限公司", "汽车服务部", "医疗器械有限公司", "幼教服务中心",
    ]
}
