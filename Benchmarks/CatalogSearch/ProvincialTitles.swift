import Catalog
import Codes
import Kernel

/// Titles of powers as a province has them, made from words of the trade: the same in every run.
///
/// Frequent pairs of characters are more frequent than in life, so the slowest queries are slower.
struct ProvincialTitles {
    private let chance: SeededRandomness
    private let agencies: Int

    init(agencies: Int) {
        chance = SeededRandomness(seed: 20_111_115)
        self.agencies = agencies
    }

    func entry(_ number: Int) -> CatalogEntry {
        let category = weighted[chance.number(in: 0...(weighted.count - 1))]
        let agency = chance.number(in: 0...(agencies - 1))
        return CatalogEntry(
            id: PowerItem.ID("1-\(number)"),
            code: "51\(category.nationalCode ?? "10")\(10_000_000 + number)-511602000000-000",
            name: name(category),
            category: category,
            agencyName: "\(place(agency / 20))\(one(of: Self.bureaus, agency % 20))局",
            division: "\(510_100 + agency / 20)000000",
            standing: number.isMultiple(of: 3) ? .imported : .published
        )
    }

    private func name(_ category: PowerCategory) -> String {
        let title =
            switch category {
            case .penalty, .coercion: "对\(any(Self.subjects))\(any(Self.acts))\(any(Self.verbs))\(any(Self.objects))的处罚"
            case .inspection: "对\(any(Self.subjects))\(any(Self.verbs))\(any(Self.objects))情况的监督检查"
            default: "\(any(Self.subjects))\(any(Self.verbs))\(any(Self.objects))\(any(Self.ends))"
            }
        let front = chance.number(in: 0...9) < 4 ? "（\(place(chance.number(in: 0...199)))）" : ""
        return front + title + (chance.number(in: 0...3) == 0 ? "（\(any(Self.objects))）" : "")
    }

    private func place(_ number: Int) -> String {
        one(of: Self.cities, number % Self.cities.count) + one(of: Self.counties, number / Self.cities.count)
    }

    private func any(_ words: [String]) -> String { words[chance.number(in: 0...(words.count - 1))] }
    private func one(of words: [String], _ number: Int) -> String { words[number % words.count] }

    private let weighted: [PowerCategory] =
        [PowerCategory](repeating: .penalty, count: 55) + [PowerCategory](repeating: .license, count: 12)
        + [PowerCategory](repeating: .inspection, count: 8) + [PowerCategory](repeating: .other, count: 7)
        + [PowerCategory](repeating: .coercion, count: 5) + [PowerCategory](repeating: .confirmation, count: 5)
        + [PowerCategory](repeating: .grant, count: 3) + [.levy, .levy, .reward, .reward, .adjudication]

    private static let bureaus = words("教育 公安 民政 司法 财政 人社 住建 交通 水利 农业农村 商务 文旅 卫健 应急 审计 市场监管 体育 统计 医保 林业")
    private static let cities = words(
        "成都市 绵阳市 德阳市 泸州市 宜宾市 南充市 达州市 乐山市 内江市 自贡市 广安市 遂宁市 眉山市 雅安市 资阳市 巴中市 广元市 攀枝花市 阿坝州 甘孜州 凉山州"
    )
    private static let counties = words("高新区 经济开发区 城东区 城西区 新区 江北县 临江县 青山县 龙泉县 石桥县")
    private static let subjects = words(
        "企业 个人 单位 经营者 生产者 销售者 用人单位 施工单位 建设单位 监理单位 医疗机构 学校 幼儿园 旅行社 物业服务企业 房地产开发企业 出版单位 印刷企业 道路运输企业 危险化学品生产单位 矿山企业 食品生产者 药品经营企业 农药经营者 种子生产者 水产养殖者 取水单位 排污单位 测绘单位 特种设备使用单位 社会团体 民办非企业单位 基金会 律师事务所 会计师事务所 典当行 拍卖企业 劳务派遣单位"
    )
    private static let acts = words(
        "未经批准 擅自 违反规定 未按照规定 不按期 伪造 变造 涂改 出租 出借 转让 隐瞒 拒不 超越资质等级 无证 未取得许可证 提供虚假材料 弄虚作假 逾期不 故意损毁"
    )
    private static let verbs = words(
        "从事 生产 销售 经营 使用 建设 施工 开采 采伐 运输 储存 占用 挖掘 拆除 变更 设立 注销 备案 检验 检测 排放 处置 捕捞 养殖 加工 进口 出口 发布 组织 开展"
    )
    private static let objects = words(
        "危险化学品 烟花爆竹 民用爆炸物品 食品添加剂 保健食品 医疗器械 药品 特种设备 压力容器 电梯 城市道路 公共绿地 河道采砂 地下水 温泉 矿产资源 国有土地 集体土地 基本农田 林地 草原 湿地 野生动物 古树名木 农作物种子 农药 肥料 兽药 饲料 生猪屠宰 动物诊疗 渔业船舶 道路旅客运输 道路货物运输 出租汽车 机动车维修 港口经营 水路运输 航道通航 建筑工程 房屋建筑 市政基础设施 城镇燃气 供水工程 排水设施 污水处理 生活垃圾 建筑垃圾 固体废物 辐射装置 噪声污染 大气污染物 地图编制 文物保护单位 电影放映 营业性演出 出版物 印刷品 广播电视节目 网络文化 互联网上网服务 旅游服务 体育场馆 教师资格 民办学校 校车服务 医师执业 护士执业 消毒产品 饮用水 劳动合同 工资支付 社会保险 养老机构 殡葬设施 户外广告 价格标识 商标代理 专利权 计量标准 产品质量 安全生产 粮食收购 节能审查 招标投标 统计调查 档案 保密 无线电频率 气象探测 防雷装置 人民防空工程 消防设施 易制毒化学品 枪支弹药 公章刻制 旅馆业 保安服务 户口登记 居住证"
    )
    private static let ends = words("审批 核准 许可 许可证核发 审查 资质认定 备案 登记 等级评定 资格确认 的审核转报 年度报告")

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
