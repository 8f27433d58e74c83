import BlobStore
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
        let language = PageLanguage(asked: values["lang"])
        self.init(
            site: parts.site,
            place: PublicPlace(
                HallPath.item(content.code),
                in: language,
                about: item.standing == .abolished
                    ? [] : [ServiceDescription(origin: parts.site.publicAddress ?? "").block(of: item.open)]
            ),
            heading: ItemHeading(item, in: language),
            guide: GuideSection(content, at: parts.site.publicAddress, in: language),
            family: item.family.map { Outline($0, seenFrom: item.id, in: language) },
            bases: zip(content.bases, item.words).map { basis, words in
                BasisEntry(basis, words, changed: item.changes.first { $0.basis == basis })
            },
            limits: LimitSection(
                content,
                item.durations,
                days: parts.durations.days,
                fewest: parts.durations.fewestCases,
                in: language
            ),
            conditions: content.conditions,
            materials: content.materials?.map { MaterialEntry($0, of: content.code, in: language) },
            questions: content.questions ?? [],
            rules: item.rules.standing.map(RuleTableSection.init),
            discretion: item.benchmark.map { DiscretionSection($0, code: content.code, asked: values) },
            chart: item.process.map { ChartSection($0, code: content.code) },
            rights: RightsSection(
                rights: content.rights,
                remedies: content.remedies,
                isLicense: content.category == .license,
                language: language
            ),
            ratings: RatingSection(item.ratings),
            outcomes: item.outcomes,
            delays: DelayTable(item.delays, showsItem: false),
            code: CodeSection(content, doubts: item.origin?.doubts ?? [], in: parts.divisions),
            versions: VersionSection(item),
            messages: messages
        )
    }
}

extension ItemHeading {
    init(_ item: PublicItem, in language: PageLanguage) {
        let content = item.content
        var notices: [AlertBox] = []
        if let origin = item.origin, item.version == nil {
            notices.append(
                AlertBox(ItemLabel.imported.said(in: language), tone: .caution) {
                    p {
                        language == .english
                            ? ItemLabel.importedText.english
                            : "本页内容来自“\(origin.source)”第 \(origin.row) 行，\(origin.on.chinese)导入，尚未经审核确认，仅供参考。"
                    }
                }
            )
        }
        if let abolition = item.abolition, item.standing == .abolished {
            notices.append(
                AlertBox(ItemLabel.abolished.said(in: language), tone: .bad) {
                    p { language.quoting("自\(abolition.from.chinese)起不再实施。依据：\(abolition.ground)") }
                }
            )
        }
        self.init(
            name: content.name,
            englishName: content.englishName,
            mainName: content.mainName,
            code: content.code,
            agency: content.agency?.name,
            badges: [
                Badge(content.category.said(in: language), tone: .active), Badge(item.standing, in: language),
            ]
                + (language == .chinese
                    ? [
                        content.local.map { Badge($0.chinese, tone: .active) },
                        content.remark.map { Badge($0, tone: .caution) },
                    ]
                    .compactMap(\.self) : []),
            notices: notices,
            applying: Applying(item, in: language),
            booking: item.isBookable && item.obstacle == nil ? HallPath.book(content.code) : nil,
            language: language
        )
    }
}

extension ItemHeading.Applying {
    init(_ item: PublicItem, in language: PageLanguage) {
        if item.takesApplications {
            self = .open(address: HallPath.apply(item.content.code))
        } else if let obstacle = item.obstacle, language == .chinese {
            self = .closed(reason: HallWording(obstacle).sentence)
        } else {
            self = .closed(reason: ItemLabel.closed.said(in: language))
        }
    }
}

extension GuideSection {
    init(_ content: ItemContent, at origin: String?, in language: PageLanguage) {
        self.init(
            category: content.category.said(in: language),
            local: content.local,
            agency: content.agency?.name,
            office: content.office,
            levels: content.levels.map { levels in
                levels.map { $0.said(in: language) }.joined(separator: language == .english ? ", " : "、")
            },
            audience: content.audience,
            statutoryLimit: content.statutoryLimit?.period.said(in: language),
            promisedLimit: content.promisedLimit?.said(in: language),
            fee: GuideSection.fee(content.fee, in: language),
            charges: ChargeTable(content.fee?.charges.filter { $0.name != nil } ?? [], in: language),
            preference: content.preference,
            permitName: content.permitName,
            place: content.place,
            hours: content.hours,
            phone: content.phone,
            complaintLine: content.complaintLine,
            liability: content.liability,
            scanned: language == .chinese ? origin.map { $0 + HallPath.item(content.code) } : nil,
            exercise: content.exercise?.facts.map { (ItemLabel($0.fact), $0.text) } ?? [],
            fields: content.fields ?? [],
            language: language
        )
    }

    @HTMLBuilder private static func fee(_ fee: Fee?, in language: PageLanguage) -> any HTML {
        switch (fee, language) {
        case (nil, _): Unstated(language: language)
        case (let fee?, .chinese): GuideSection.fee(fee)
        case (let fee?, .english):
            if fee.isCharged {
                "\(ItemLabel.charged.english): "
                language.quoting(GuideSection.fee(fee))
            } else {
                ItemLabel.free.english
            }
        }
    }

    /// The fee in Chinese.
    static func fee(_ fee: Fee) -> String {
        guard fee.isCharged else { return ItemLabel.free.chinese }
        let charges = fee.charges.map { charge in
            let name = charge.name.map { "\($0) " } ?? ""
            let basis = charge.basis.map { "（依据：\($0.chinese)）" } ?? ""
            return "\(name)\(charge.standard ?? "标准未填报")\(basis)"
        }
        return "\(ItemLabel.charged.chinese)：\(charges.joined(separator: "；"))"
    }
}

extension Outline {
    init(_ family: ItemFamily, seenFrom item: PowerItem.ID, in language: PageLanguage) {
        func entry(_ member: ItemFamily.Member) -> Entry {
            Entry(
                member.name,
                note: member.standing.chinese,
                to: PublicPlace.address(HallPath.item(member.code), in: language),
                isCurrent: member.id == item
            )
        }
        self.init(family.main.map(entry) ?? Entry(family.name, to: nil), family.parts.map(entry))
    }
}

extension ChargeTable {
    init(_ charges: [Fee.Charge], in language: PageLanguage) {
        rows = charges.map { charge in
            [charge.name, charge.standard, charge.basis?.chinese, charge.reduction, charge.note].map { $0 ?? "" }
        }
        self.language = language
    }
}

extension BasisEntry {
    init(_ basis: LegalBasis, _ words: CitedArticle, changed: BasisEffect?) {
        change = changed.map { "自\($0.from.chinese)起\($0.change.chinese)：\($0.outcome.chinese)" }
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
    init(
        _ content: ItemContent,
        _ durations: ItemDurations,
        days: Int,
        fewest: Int,
        in language: PageLanguage
    ) {
        self.init(
            statutory: content.statutoryLimit?.period.said(in: language),
            statutorySource: content.statutoryLimit?.source.chinese,
            promised: content.promisedLimit?.said(in: language),
            actual: language == .english
                ? LimitSection.english(durations, days: days, fewest: fewest)
                : LimitSection.sentences(durations, days: days, fewest: fewest),
            isLicense: content.category == .license,
            language: language
        )
    }

    private static func english(_ durations: ItemDurations, days: Int, fewest: Int) -> [String] {
        guard let spread = durations.spread else {
            return ["Fewer than \(fewest) cases were decided in the last \(days) days: no figures."]
        }
        return [
            """
            Cases decided in the last \(days) days: \(durations.cases); half of them within \(spread.median) working days, \
            nine tenths within \(spread.ninth) (from the day after acceptance, with time that does not count by law).
            """,
            "Decided after the promised limit: \(durations.beyondPromise).",
        ]
    }

    private static func sentences(_ durations: ItemDurations, days: Int, fewest: Int) -> [String] {
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
    ///   - code: of the item.
    ///   - demand: why the item's table asks for it in one application.
    ///   - language: of what is not the item's own words.
    init(
        _ material: Material,
        of code: String,
        demand: String? = nil,
        in language: PageLanguage = .chinese
    ) {
        name = material.name
        necessity = demand.map { "按填写的内容应当提交：\($0)" } ?? material.necessity.said(in: language)
        condition = material.condition
        form = material.form.said(in: language)
        copies = language == .english ? MaterialEntry.english(material) : MaterialEntry.copies(material)
        source = material.source.said(in: language)
        notes =
            [material.note, material.sample.map { "样表：\($0)" }].compactMap(\.self)
            + material.rest.map { "\($0.fact.chinese)：\($0.text)" }
        papers = (material.papers ?? []).map { paper in
            (
                words: "\(paper.kind.chinese)：\(paper.file.name)（\(FileSize.text(paper.file.size))）",
                address: HallPath.paper(paper, of: code)
            )
        }
    }

    private static func english(_ material: Material) -> String {
        let parts = [(material.originals, "original"), (material.copies, "copy")].filter { $0.0 > 0 }
        return parts.isEmpty ? "None" : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
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
    init(_ content: ItemContent, doubts: [ItemDoubt], in divisions: DivisionTable) {
        let code = content.code
        let kept = doubts.map { "\($0.column)应为\($0.expected)，实为\($0.found)；\($0.reason)" }
        do throws(CodeFault) {
            let reading = try CodeReading(code, under: content.local, in: divisions)
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
            Entry(
                number: version.number,
                inForce: "\(version.inForceFrom.chinese)起\(VersionSection.end(of: version))",
                confirmedOn: version.confirmedOn.chinese,
                publishedOn: version.publishedOn.chinese,
                address: HallPath.itemVersion(item.content.code, version.number)
            )
        }
        origin = item.origin.map { "\($0.source)，第 \($0.row) 行，\($0.on.chinese)导入" }
    }
    /// Until when it is in force, behind the day from which it is; empty as long as no end is known.
    static func end(of version: ItemVersion) -> String {
        version.inForceUntil.map { "，至\(($0 - 1).chinese)" } ?? ""
    }
}
