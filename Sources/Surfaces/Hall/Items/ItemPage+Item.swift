import Casework
import Catalog
import Codes
import HTML
import Kernel
import Law
import Processes
import WebServer

extension ItemPage {
    /// Puts an item into the words of its page.
    init(_ item: PublicItem, parts: HallParts, asked values: FormValues, messages: [AlertBox]) {
        let content = item.content
        self.init(
            site: parts.site,
            place: PublicPlace(
                HallPath.item(content.code),
                about: item.standing == .abolished
                    ? [] : [ServiceDescription(origin: parts.site.publicAddress ?? "").block(of: item.open)]
            ),
            heading: ItemHeading(item),
            guide: GuideSection(content),
            bases: zip(content.bases, item.words).map(BasisEntry.init),
            limits: LimitSection(
                content,
                item.durations,
                days: parts.durations.days,
                fewest: parts.durations.fewestCases
            ),
            conditions: content.conditions,
            materials: content.materials?.map { MaterialEntry($0) },
            rules: item.rules.standing.map(RuleTableSection.init),
            discretion: item.benchmark.map { DiscretionSection($0, code: content.code, asked: values) },
            chart: item.process.map { ChartSection($0, code: content.code) },
            rights: RightsSection(
                rights: content.rights ?? (content.category == .license ? RightsSection.ofLicenseCases : nil),
                remedies: content.remedies
            ),
            ratings: RatingSection(item.ratings),
            code: CodeSection(content.code, doubts: item.origin?.doubts ?? [], in: parts.divisions),
            versions: VersionSection(item),
            messages: messages
        )
    }
}

extension ItemHeading {
    init(_ item: PublicItem) {
        let content = item.content
        var notices: [AlertBox] = []
        if let origin = item.origin, item.version == nil {
            notices.append(
                AlertBox("已导入、未确认", tone: .caution) {
                    p { "本页内容来自“\(origin.source)”第 \(origin.row) 行，\(origin.on.chinese)导入，尚未经审核确认，仅供参考。" }
                }
            )
        }
        if let abolition = item.abolition, item.standing == .abolished {
            notices.append(
                AlertBox("该事项已取消", tone: .bad) {
                    p { "自\(abolition.from.chinese)起不再实施。依据：\(abolition.ground)" }
                }
            )
        }
        self.init(
            name: content.name,
            mainName: content.mainName,
            code: content.code,
            agency: content.agency?.name,
            badges: [Badge(content.category.chinese, tone: .active), Badge(item.standing)]
                + (content.remark.map { [Badge($0, tone: .caution)] } ?? []),
            notices: notices,
            applying: Applying(item)
        )
    }
}

extension ItemHeading.Applying {
    init(_ item: PublicItem) {
        if item.takesApplications {
            self = .open(address: HallPath.apply(item.content.code))
        } else if let obstacle = item.obstacle {
            self = .closed(reason: HallWording(obstacle).sentence)
        } else {
            self = .closed(reason: "该事项暂不在网上受理，请按办事指南到现场办理。")
        }
    }
}

extension GuideSection {
    init(_ content: ItemContent) {
        self.init(
            category: content.category.chinese,
            agency: content.agency?.name,
            levels: content.levels.map { levels in levels.map(\.chinese).joined(separator: "、") },
            audience: content.audience,
            statutoryLimit: content.statutoryLimit?.period.chinese,
            promisedLimit: content.promisedLimit?.chinese,
            fee: content.fee.map(GuideSection.fee),
            permitName: content.permitName,
            place: content.place,
            hours: content.hours,
            phone: content.phone,
            complaintLine: content.complaintLine
        )
    }

    static func fee(_ fee: Fee) -> String {
        guard fee.isCharged else { return "不收费" }
        let basis = fee.basis.map { "（依据：\($0.chinese)）" } ?? ""
        return "收费：\(fee.standard ?? "标准未填报")\(basis)"
    }
}

extension BasisEntry {
    init(_ basis: LegalBasis, _ words: CitedArticle) {
        if case .text = words { address = HallPath.law(basis.statute) } else { address = nil }
        citation = basis.chinese
        self.words =
            switch words {
            case .text(let title, let version, let inForceFrom, let lines):
                .text(
                    lines: lines,
                    version: "《\(title)》第 \(version) 个导入版本\(inForceFrom.map { "，\($0.chinese)起施行" } ?? "")"
                )
            case .gist(let sentence): .gist(sentence)
            case .unknown: .unknown
            }
    }
}

extension LimitSection {
    /// - Source: Administrative License Law (行政许可法) art. 32 (answer within five days), 45 (time not counted).
    init(_ content: ItemContent, _ durations: ItemDurations, days: Int, fewest: Int) {
        let isLicense = content.category == .license
        self.init(
            statutory: content.statutoryLimit?.period.chinese,
            statutorySource: content.statutoryLimit?.source.chinese,
            promised: content.promisedLimit?.chinese,
            actual: LimitSection.sentences(durations, days: days, fewest: fewest),
            answer: isLicense
                ? "收到申请后 5 个工作日内答复；逾期不告知的，自收到申请材料之日起即为受理（行政许可法第三十二条）" : nil,
            excluded: isLicense
                ? "听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间，应当书面告知申请人（行政许可法第四十五条）" : nil
        )
    }
}

extension LimitSection {
    fileprivate static func sentences(_ durations: ItemDurations, days: Int, fewest: Int) -> [String] {
        guard let spread = durations.spread else {
            return ["最近 \(days) 天作出决定的不足 \(fewest) 件，不作统计。"]
        }
        return [
            """
            最近 \(days) 天作出决定 \(durations.cases) 件：半数在 \(spread.median) 个工作日内，九成在 \(spread.ninth) 个工作日内\
            （自受理次日至决定之日，含依法不计入期限的时间）。
            """,
            durations.beyondPromise == 0 ? "没有超过承诺时限的。" : "其中超过承诺时限的 \(durations.beyondPromise) 件。",
        ]
    }
}

extension MaterialEntry {
    /// - Parameters:
    ///   - material: as the item lists it.
    ///   - demand: why the item's table asks for it in one application.
    init(_ material: Material, demand: String? = nil) {
        name = material.name
        necessity = demand.map { "按填写的内容应当提交：\($0)" } ?? material.necessity.chinese
        condition = material.condition
        form = material.form.chinese
        copies = MaterialEntry.copies(material)
        source = material.source.chinese
        note = material.note
    }

    private static func copies(_ material: Material) -> String {
        let parts =
            (material.originals > 0 ? ["原件 \(material.originals) 份"] : [])
            + (material.copies > 0 ? ["复印件 \(material.copies) 份"] : [])
        return parts.isEmpty ? "无需份数" : parts.joined(separator: "，")
    }
}

extension ChartSection {
    init(_ process: ProcessDefinition, code: String) {
        self.init(
            address: HallPath.chart(code),
            narrowAddress: HallPath.chart(code, isNarrow: true),
            files: [
                ("图片（PNG）", HallPath.chart(code, form: "png")), ("PDF", HallPath.chart(code, form: "pdf")),
            ],
            caption: "\(process.name)：外部流程图",
            steps: ProcessChart(process, for: .external).boxes.map(Step.init)
        )
    }

    /// The chart of a case, with the way so far; `nil` as long as its process is not known.
    init?(_ followed: FollowedCase, _ parts: HallParts) {
        guard let chart = CaseChart(followed, parts).chart else { return nil }
        self.init(
            address: followed.address(ofChart: .svg),
            narrowAddress: followed.address(ofChart: .narrow),
            files: [
                ("图片（PNG）", followed.address(ofChart: .png)), ("PDF", followed.address(ofChart: .pdf)),
            ],
            caption: "\(chart.name)：走过的路线和当前环节已标出",
            steps: chart.boxes.map(Step.init)
        )
    }
}

extension ChartSection.Step {
    init(_ box: ChartBox) {
        let state: String =
            switch box.state {
            case .ahead: ""
            case .passed: "（已办）"
            case .current: "（当前）"
            }
        self.init(
            name: box.title + state,
            post: box.post,
            limit: box.limit,
            exits: box.exits.map(\.text).joined(separator: "；"),
            notes: box.notes
        )
    }
}

extension CodeSection {
    init(_ code: String, doubts: [ItemDoubt], in divisions: DivisionTable) {
        let kept = doubts.map { "\($0.column)应为\($0.expected)，实为\($0.found)；\($0.reason)" }
        do throws(CodeFault) {
            let reading = try CodeReading(code, in: divisions)
            self.init(
                code: code,
                scheme: reading.scheme.chinese,
                parts: reading.segments.map { Part(text: $0.text, name: $0.name, meaning: $0.meaning) },
                doubts: reading.warnings.map(\.chinese) + kept
            )
        } catch {
            self.init(code: code, scheme: nil, parts: [], doubts: kept)
        }
    }
}

extension VersionSection {
    init(_ item: PublicItem) {
        entries = item.versions.map { version in
            let end = version.inForceUntil.map { "，至\(($0 - 1).chinese)" } ?? ""
            return Entry(
                number: version.number,
                inForce: "\(version.inForceFrom.chinese)起\(end)",
                confirmedOn: version.confirmedOn.chinese,
                publishedOn: version.publishedOn.chinese
            )
        }
        origin = item.origin.map { "\($0.source)，第 \($0.row) 行，\($0.on.chinese)导入" }
    }
}
