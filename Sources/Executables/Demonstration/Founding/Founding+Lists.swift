import Catalog
import Directory
import EventLog
import Kernel

/// Some of the lists beside the items and both lists of who enforces, so that their pages show what they are for; the
/// rows are synthetic.
extension Founding {
    static let charges: [OfficialListRow] = [
        ["区教科体局", "普通话水平测试费（演示）", "社会人员每人 50 元，学生减半", "人次", "报名参加测试的人", "演示〔2026〕1号", "缴入国库", "低保家庭成员免收"],
        ["区自然资源和规划局", "不动产登记费（演示）", "住宅每件 80 元，非住宅每件 550 元", "件", "申请登记的人", "演示〔2026〕2号", "缴入国库", "小微企业免收"],
        ["区综合行政执法局", "生活垃圾处理费（演示）", "每户每月 6 元", "户", "区内住户", "演示〔2026〕3号", "缴入国库", ""],
    ]

    private static let negative: [OfficialListRow] = [
        ["新建钢铁冶炼项目（演示）", "禁止", "不予核准、备案，不办理有关手续", "演示〔2026〕4号", ""],
        ["燃煤小锅炉项目（演示）", "禁止", "不予核准、备案，不办理有关手续", "演示〔2026〕4号", "城市建成区"],
        ["商品混凝土搅拌站（演示）", "限制", "只能进入建材产业园，污染物排放执行特别限值", "演示〔2026〕4号", ""],
    ]

    static let recordings: [OfficialListRow] = [
        ["行政处罚", "全部", "调查取证", "执法记录仪", "出示证件", "现场情况、询问、检查结果", "当事人签字", "与案卷相同", ""],
        ["行政处罚", "全部", "举行听证", "固定录像", "主持人宣布开始", "听证全过程", "宣布结束", "与案卷相同", ""],
        ["行政强制", "查封场所、设施或者财物", "决定和实施", "执法记录仪", "告知理由和权利", "清点、加封、交付清单", "离开现场", "永久", "全程不间断"],
        ["文书送达", "留置送达", "送达", "执法记录仪", "说明来意", "拒收情形、见证人、留置地点", "离开现场", "与案卷相同", ""],
    ]

    private static let reviews: [OfficialListRow] = [
        [
            "行政处罚", "全部", "经过听证；对公民罚款1万元以上；对法人、其他组织罚款10万元以上", "行政处罚法第五十八条", "案卷；调查终结报告；证据材料",
            "主体、权限、事实、证据、法律适用、裁量、程序、文书", "法制科", "5个工作日", "",
        ]
    ]

    /// The item whose guide changes after the list of guides was published.
    static let guided = (code: "511A0126300000-511602000000-000-11511301008778255F-1-00", name: "建筑工程施工许可证核发")

    private static let guides: [OfficialListRow] = [
        [guided.name, guided.code, "行政审批股（演示）", "广安区政务服务中心（演示地址）", "0826-0000000（演示）", "12345（演示）", "2026-01-01"]
    ]

    /// Publishes who enforces, as the directory stands.
    func enforcers(by confirmer: Actor) async throws {
        for kind in ListKind.allCases {
            let act = Act(realm: realm, actor: confirmer, key: "demo-list \(kind.rawValue)")
            _ = try await log.submit(PublishList(kind, of: DemonstrationAgencies.division), as: act)
        }
    }

    /// Writes, hands in and publishes them, as different officers.
    func lists(_ staff: Staff, drafter: Actor, confirmer: Actor) async throws {
        let kinds = try OfficialListKind.shipped()
        let building = staff.agencies["区住建局"]?.text
        let kept: [(kind: String, owner: String?, rows: [OfficialListRow])] = [
            ("negative", DemonstrationAgencies.division.text, Founding.negative),
            ("charges", DemonstrationAgencies.division.text, Founding.charges),
            ("recordings", building, Founding.recordings),
            ("reviews", building, Founding.reviews),
            ("guides", building, Founding.guides),
        ]
        for (code, owner, rows) in kept {
            guard let kind = kinds.first(where: { $0.code == code }), let owner else { continue }
            let report = SubmissionReport(document: "演示〔2026〕10号", head: "负责人（演示）", signedOn: day)
            let deeds: [(Actor, KeepOfficialList.Deed)] = [
                (drafter, .draft(rows, reason: "首次编制（演示）")), (drafter, .submit(report)),
                (confirmer, .publish(from: day)),
            ]
            for (number, (actor, deed)) in deeds.enumerated() {
                let act = Act(realm: realm, actor: actor, key: "demo-list \(code) \(number)")
                _ = try await log.submit(KeepOfficialList(kind, of: owner, deed), as: act)
            }
        }
    }
}
