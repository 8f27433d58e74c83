import Casework
import Catalog
import Codes
import Directory
import HTML
import Kernel
import Participation
import Publicity
import WebServer

/// What must be disclosed before, during and after enforcement, in the order of pages.
///
/// - Source: 国办发〔2018〕118号 part 2 (事前、事中、事后公示); 聊政办发〔2017〕74号 part 1.
extension AgencyPublicity {
    private var id: String { agency.id.text }
    private var name: String { agency.profile.name }
    private var subject: AgencySubject? { agency.profile.subject }

    private typealias Way = PublicityLine.Way

    var before: [PublicityLine] {
        [
            subjectLine, officersLine, PublicityLine("职责权限", subject?.duties), entrustedLine, powersLine,
            PublicityLine(
                "执法依据",
                bases.entries.isEmpty ? nil : "\(bases.entries.count) 部法律文件，\(bases.placeCount) 处条款",
                [Way("依据目录", HallPath.bases(of: id))] + files { HallPath.basesFile(of: id, $0) }
            ),
            perItem("执法程序流程图", items.count { $0.process != nil }, anchor: "items"),
            PublicityLine(
                "办事指南",
                items.isEmpty ? nil : "\(items.count) 个事项",
                [Way("办事手册（PDF）", HallPath.handbook(id))]
            ),
            PublicityLine(
                "服务承诺",
                items.contains { $0.promisedLimit != nil }
                    ? "\(items.count { $0.promisedLimit != nil }) 个事项写明承诺时限" : nil,
                [Way("承诺和兑现情况", HallPath.pledge(id))]
            ),
            benchmarkLine, perItem("救济渠道", items.count { $0.remedies?.isEmpty == false }, anchor: "items"),
        ] + lists.map(listLine) + [
            PublicityLine("监督电话", agency.profile.complaintLine),
            PublicityLine("办公地址、电话", contact),
        ]
    }

    var during: [PublicityLine] {
        [
            PublicityLine(
                "执法人员身份核验",
                officers.rows.isEmpty ? nil : "检查、取证、强制、送达时应当出示证件，可以按姓名或者证号核对",
                [Way("核对执法人员", HallPath.enforcers)]
            ),
            PublicityLine(
                "窗口岗位",
                windows.isEmpty ? nil : "\(windows.count) 人",
                [Way("名单", "#windows")]
            ),
            PublicityLine(
                "办理进度",
                .there("凭受理通知书上的编号和查询码随时查询"),
                [Way("查询办件", HallPath.follow)]
            ),
            PublicityLine(
                "按承诺办结",
                promises.map { "最近 \(days) 天到期 \($0.cases) 件，超过承诺 \($0.late) 件" },
                [Way("逐件说明", HallPath.pledge(id))]
            ),
        ]
    }

    var after: [PublicityLine] {
        let published = results.reduce(0) { $0 + $1.published }
        let withdrawn = results.reduce(0) { $0 + $1.withdrawn }
        let over = results.reduce(0) { $0 + $1.over }
        return [
            PublicityLine(
                "行政执法决定",
                published == 0
                    ? nil
                    : "\(published) 件" + (results.compactMap(\.newest).max().map { "，最近一件\($0.chinese)作出" } ?? ""),
                [Way("结果公示", HallPath.decisions(of: id)), Way("公告栏张贴（PDF）", HallPath.notice(of: id))]
            ),
            PublicityLine("撤下的决定", .there(withdrawn == 0 ? "没有" : "\(withdrawn) 件，原地址写明理由")),
            PublicityLine("公示期满、提前停止公示的决定", .there(over == 0 ? "没有" : "\(over) 件，原地址写明日期")),
            PublicityLine("依法不予公开的决定", .there(keptBack)),
            PublicityLine("随机抽查情况和查处结果", nil),
            PublicityLine(
                "监督情况",
                isInBulletins ? "有关本机关的监督通报" : nil,
                [Way("按月查看", HallPath.oversightAgency(id))]
            ),
            PublicityLine(
                "咨询投诉的答复",
                .there("经公开审查的答复和处理结果"),
                [Way("公开的答复", "\(HallPath.letters)?agency=\(URLText.encode(id))")]
            ),
            PublicityLine("群众评价和投诉举报", .there(feedback), [Way("逐件查看", HallPath.feedback(of: id))]),
            PublicityLine("上一年度行政执法数据", nil),
        ]
    }

    /// How complaints ended and cases were rated, in one sentence.
    private var feedback: String {
        let ended = ComplaintOutcome.allCases.compactMap { outcome in
            outcomes.counts[outcome].map { "\(outcome.chinese) \($0) 件" }
        }
        let complaints = ended.isEmpty ? "没有公开的投诉举报" : "投诉举报\(ended.joined(separator: "，"))"
        let rated = ratings.mean.map { "评价 \(ratings.count) 人，平均 \(RatingSection.text($0)) 星" } ?? "还没有评价"
        return "\(complaints)；\(rated)"
    }

    /// How many decisions are kept back, and on which grounds.
    ///
    /// - Source: 政府信息公开条例 art. 14–16.
    private var keptBack: String {
        guard !exemptions.isEmpty else { return "没有" }
        let grounds = exemptions.map { "\($0.ground.chinese) \($0.count) 件" }.joined(separator: "，")
        return "\(exemptions.reduce(0) { $0 + $1.count }) 件：\(grounds)"
    }

    private func files(_ address: (String) -> String) -> [Way] { ["csv", "xlsx"].map { Way($0, address($0)) } }

    private var subjectLine: PublicityLine {
        PublicityLine(
            "执法主体",
            listedOn.map { "\(agency.profile.kind.chinese)，列入\($0.chinese)公布的主体清单" },
            [Way("主体清单", "\(HallPath.subjects)?q=\(URLText.encode(name))")]
        )
    }

    private var officersLine: PublicityLine {
        PublicityLine(
            "执法人员",
            officers.rows.isEmpty
                ? nil : "\(officers.rows.count) 份证件" + (officers.on.map { "，\($0.chinese)公布" } ?? ""),
            [Way("人员和证号", "\(HallPath.enforcers)?q=\(URLText.encode(name))")]
        )
    }

    private var entrustedLine: PublicityLine {
        guard !entrusted.isEmpty else { return PublicityLine("受委托组织", .there("没有")) }
        return PublicityLine(
            "受委托组织",
            .there(entrusted.map(\.profile.name).joined(separator: "、")),
            [Way("委托书的内容", "#entrusted")]
        )
    }

    private var powersLine: PublicityLine {
        let ways = [Way("全部事项", ItemQuery(agency: name).address)]
        let imported = importedCount == 0 ? nil : "\(importedCount) 项尚未确认"
        switch (items.isEmpty, imported) {
        case (true, nil): return PublicityLine("行政职权", nil)
        case (true, let imported?): return PublicityLine("行政职权", .partly("没有已确认的事项", missing: imported), ways)
        case (false, nil): return PublicityLine("行政职权", .there("\(items.count) 项"), ways)
        case (false, let imported?):
            return PublicityLine("行政职权", .partly("已确认 \(items.count) 项", missing: imported), ways)
        }
    }

    /// Benchmarks are asked of penalties.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 34.
    private var benchmarkLine: PublicityLine {
        guard benchmarked.isEmpty else {
            return PublicityLine("裁量基准", .there("\(benchmarked.count) 个事项"), [Way("看事项", "#items")])
        }
        let penalties = categories.first { $0.value == .penalty }?.count ?? 0
        return penalties == 0 ? PublicityLine("裁量基准", .there("没有行政处罚事项")) : PublicityLine("裁量基准", nil)
    }

    /// What every published item must have of its own.
    private func perItem(_ name: String, _ count: Int, anchor: String) -> PublicityLine {
        let ways = [Way("看事项", "#\(anchor)")]
        guard count > 0 else { return PublicityLine(name, nil) }
        guard count < items.count else { return PublicityLine(name, .there("\(count) 个事项都有"), ways) }
        return PublicityLine(name, .partly("\(count) 个事项有", missing: "\(items.count - count) 个没有"), ways)
    }

    private func listLine(_ list: (kind: OfficialListKind, version: OfficialList.Version?)) -> PublicityLine {
        let code = list.kind.code
        return PublicityLine(
            list.kind.chinese,
            list.version.map { "\($0.rows.count) 行，第 \($0.number) 版，自\($0.inForceFrom.chinese)起施行" },
            [Way("查看", HallPath.officialList(code, of: id))]
                + files { HallPath.officialListFile(code, $0, of: id) }
        )
    }

    private var contact: String? {
        let told = [agency.profile.address, agency.profile.phone].compactMap { $0 }
        return told.isEmpty ? nil : told.joined(separator: "，")
    }

    /// How many rows each form has that follows from what is published.
    var formRows: [OfficialForm: Int] {
        OfficialForm.allCases.reduce(into: [:]) { rows, form in rows[form] = filled(form, on: .first)?.rows.count }
    }

    /// How many decisions on its confirmed items of a category are public.
    func decided(in category: PowerCategory) -> Int {
        let codes = Set(items.filter { $0.category == category }.map(\.code))
        return results.reduce(0) { $0 + (codes.contains($1.itemCode) ? $1.published : 0) }
    }
}
