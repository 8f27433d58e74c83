import Access
import Casework
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// A reorganization as a form: who goes on, with all or with some powers, and what becomes of the open cases.
///
/// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
enum ReorganizationChange {
    static let route = ChangeRoute<AgencySheet>(
        "/administration/agencies/{agency}/reorganize",
        "adminReorganize",
        AdministrationAccess.keeping
    ) { sheet, context in
        let reading = context.reading
        let items = try powers(of: sheet.agency.id, context)
        let fields: [ChangeField] = [
            .line("code", "承继机关代码", 18, hint: "继续行使职权的机关的统一社会信用代码"),
            ChangeField(
                "extent",
                "划转范围",
                .one([
                    ChangeChoice("whole", "全部：本机关撤销，内设机构、岗位、人员一并转入"),
                    ChangeChoice("part", "部分：只划转下列职权和岗位，本机关继续存在"),
                ]),
                suggestion: "whole"
            ),
            ChangeField(
                "items",
                "划转的职权",
                .several(items.map { ChangeChoice($0.id, $0.name) }),
                hint: items.isEmpty ? "本机关没有职权事项" : "只有部分划转时选择",
                isRequired: false
            ),
            ChangeField(
                "posts",
                "划转的岗位",
                .several(sheet.posts.map { ChangeChoice($0.id.text, "\($0.name)（\($0.responsibility.chinese)）") }),
                hint: "只有部分划转时选择；任职人员随岗位转入，并免去在本机关的其他岗位",
                isRequired: false
            ),
            .day("from", "生效日期", context.today),
            ChangeField("reason", "依据", .line(greatest: 2_000), hint: "机构改革方案的文号和名称"),
        ]
        return ChangeForm(
            "机构改革",
            note: "自生效日起，职权由承继机关继续行使，在办办件由其继续办理，以前所办事项仍记原机关（行政诉讼法§26.6）。职权目录另行调整公布；调整之前，新办件由承继机关办理。",
            isGrave: true,
            fields: fields,
            effects: { answers, reading in
                let command = try command(answers, sheet, reading)
                return try OpenWork(sheet, command, reading).effects()
            }
        ) { answers, reading in try command(answers, sheet, reading) }
    }

    private static func command(
        _ answers: ChangeAnswers,
        _ sheet: AgencySheet,
        _ reading: EventReading
    ) throws -> ReorganizeAgency {
        let code = answers.text("code")
        guard let goal = try reading.reader.agency(code: code, in: reading.realm) else {
            throw ChangeFault("code", "没有代码为“\(code)”的机构，请核对，或者先登记。")
        }
        let isPart = answers.text("extent") == "part"
        guard !isPart || !answers.all("items").isEmpty else { throw ChangeFault("items", "部分划转应至少选择一项职权。") }
        return ReorganizeAgency(
            sheet.agency.id,
            into: goal.id,
            isPart ? .part(items: answers.all("items"), posts: answers.all("posts").map { Post.ID($0) }) : .whole,
            from: try answers.day("from"),
            reason: answers.text("reason")
        )
    }

    /// The agency's powers in the catalog, and those of its open cases.
    private static func powers(
        of agency: Agency.ID,
        _ context: ChangeContext
    ) throws -> [(id: String, name: String)] {
        let reading = context.reading
        let confirmed = try reading.reader.confirmedItems(
            ofAgency: agency.text,
            in: reading.realm,
            on: context.today
        ).map { (id: $0.id.text, name: "\($0.name)（\($0.code)）") }
        let open = try reading.openItems(of: agency.text).filter { item in !confirmed.contains { $0.id == item.item } }
        return confirmed + open.map { (id: $0.item, name: "\($0.code)（不在已确认目录，在办\($0.cases)件）") }
    }
}

/// The open cases that go over with a reorganization, and who goes on with them.
private struct OpenWork {
    let sheet: AgencySheet
    let change: ReorganizeAgency
    let reading: EventReading

    init(_ sheet: AgencySheet, _ change: ReorganizeAgency, _ reading: EventReading) {
        self.sheet = sheet
        self.change = change
        self.reading = reading
    }

    /// Returns a line for all open cases, and one for each kind of post they wait for.
    ///
    /// - Throws: `ChangeFault` when work waits and nobody would be left to do it.
    func effects() throws -> [ChangeEffect] {
        let items = try reading.openItems(of: sheet.agency.id.text).filter { covers($0.item) }
        let codes = Set(items.map(\.code))
        guard !codes.isEmpty, let goal = try reading.reader.agency(change.successor, in: reading.realm) else {
            return []
        }
        let steps = try reading.openSteps(of: sheet.agency.id.text).filter { codes.contains($0.itemCode) }
        let total = items.reduce(0) { $0 + $1.cases }
        let all = ChangeEffect(
            words: "在办办件\(total)件自\(change.from)起由\(goal.profile.name)继续办理",
            isStranding: false
        )
        return try [all] + Responsibility.allCases.compactMap { kind in try effect(kind, steps, goal) }
    }

    private func effect(_ kind: Responsibility, _ steps: [OpenSteps], _ goal: AgencyRow) throws -> ChangeEffect? {
        let count = steps.filter { kind.processPosts.contains($0.function) }.reduce(0) { $0 + $1.cases }
        guard count > 0 else { return nil }
        let there = try places(of: change.successor).filter { $0.responsibility == kind }
        let coming = try places(of: sheet.agency.id).filter { $0.responsibility == kind && goes($0.id) }
        let officers = Set((there + coming).flatMap { $0.officers(on: change.from) }).sorted()
        let names = try officers.compactMap { try reading.reader.officer($0, in: reading.realm)?.name }
        let old = sheet.posts.filter { $0.responsibility == kind }.map(\.name)
        let new = Set((there + coming).map(\.name)).sorted()
        let work = "等待\(kind.chinese)岗位（\(old.joined(separator: "、"))）的在办事项\(count)件"
        guard !names.isEmpty else {
            throw ChangeFault("code", "\(work)没有人继续办理；先在承继机关设岗任职，或者将岗位一并划转。")
        }
        let place = "\(goal.profile.name)（\(new.joined(separator: "、"))）"
        return ChangeEffect(words: "\(work)，转到\(place)，由\(names.joined(separator: "、"))继续办理", isStranding: false)
    }

    private func places(of agency: Agency.ID) throws -> [Post] {
        try reading.reader.posts(ofAgency: agency, in: reading.realm, on: change.from)
            .compactMap { try reading.state(PostEntry.self, $0.id.text).state.post }
    }

    private func covers(_ item: String) -> Bool {
        switch change.extent {
        case .whole: true
        case .part(let items, _): items.contains(item)
        }
    }

    private func goes(_ post: Post.ID) -> Bool {
        switch change.extent {
        case .whole: true
        case .part(_, let posts): posts.contains(post)
        }
    }
}
