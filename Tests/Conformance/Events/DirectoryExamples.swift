@testable import Directory
import EventLog
import Kernel

extension EventExamples {
    /// One of each fact about agencies, posts and officers; two where fields may be absent.
    static func directory() -> [any EventPayload] {
        let division: Division.Code = "511602000000"
        let number: Certificate.Number = "23160000000001"
        var profile = Agency.Profile(
            code: "11511301008778183N",
            name: "演示区教育局",
            shortName: "演示教",
            division: division
        )
        let bare = profile
        profile.phone = "0826-0000000"
        profile.address = "演示路1号"
        profile.complaintLine = "12345"
        let terms = Certificate.Terms(
            number: number,
            scope: [.license, .penalty],
            area: division,
            issuer: "演示省人民政府",
            validFrom: day,
            validTo: "2028-12-31"
        )
        return [
            AgencyRegistered(profile: Open(profile), from: Open(day)),
            AgencyRegistered(profile: Open(bare), from: Open(day)),
            AgencyProfileChanged(profile: Open(profile), from: Open(day), reason: "机构改革"),
            OfficeOpened(office: Open("1F1"), name: Open("行政审批股"), from: Open(day)),
            AgencyClosed(from: Open(day), reason: "职责划转"),
            AgencyReorganized(successor: Open("1A2"), from: Open(day), items: Open(nil), reason: "机构改革方案"),
            AgencyReorganized(successor: Open("1A2"), from: Open(day), items: Open(["1I1", "1I2"]), reason: "职能划转"),
            PostCreated(
                agency: Open("1A1"),
                office: Open("1F1"),
                name: Open("窗口受理岗"),
                responsibility: Open(.reception),
                from: Open(day)
            ),
            PostCreated(
                agency: Open("1A1"),
                office: Open(nil),
                name: Open("批准岗"),
                responsibility: Open(.approve),
                from: Open(day)
            ),
            OfficerAppointed(officer: Open("1O1"), from: Open(day)),
            OfficerRelieved(officer: Open("1O1"), from: Open(day), reason: "轮岗"),
            PostAbolished(from: Open(day), reason: "撤并岗位"),
            PostReinstated(reason: "误撤"),
            OfficerRegistered(name: Open("演示承办甲"), agency: Open("1A1"), from: Open(day)),
            OfficerLeft(from: Open(day), reason: "调离"),
            CertificateIssued(certificate: Open(terms)),
            CertificateSuspended(number: Open(number), from: Open(day), reason: "接受调查"),
            CertificateRestored(number: Open(number), from: Open(day), reason: "调查终结"),
            CertificateRevoked(number: Open(number), from: Open(day), reason: "调离执法岗位"),
        ] + directoryCareers(number) + directoryUpkeep(division)
            + bulkRuns(number, terms)
    }

    private static func directoryCareers(_ number: Certificate.Number) -> [any EventPayload] {
        [
            OfficerDetailed(details: Open(Officer.Details(position: "科员"))),
            OfficerTrained(
                training: Training(session: "2026春", title: "春季培训", subject: .publicLaw, heldOn: day, hours: 40)
            ),
            OfficerExamined(exam: Exam(session: "2026春", subject: .publicLaw, heldOn: day, score: 85)),
            OfficerLegallyQualified(qualification: LegalQualification(number: "A20265116020001", from: day)),
            OfficerReviewedBefore(review: FormerReview(since: "2019-05-06", proof: "演示法审〔2019〕3号")),
            OfficerRelationDeclared(party: "1P1", ground: .kinship),
            OfficerTransferred(agency: Open("1A2"), from: Open(day), reason: "工作调动"),
            CertificateRenewed(number: Open(number), from: Open(day), validTo: Open("2030-12-31")),
            CertificateReviewed(
                number: Open(number),
                year: Open(2026),
                isPassed: Open(true),
                on: Open(day),
                remark: "合格"
            ),
            RecusalRequested(matter: "casefile/1C1", officer: "1O1", ground: .interest, reason: "持有申请人股份"),
            RecusalDecided(isGranted: true, reason: "情况属实", discussedBy: nil),
        ]
    }

    /// A bulk run from its beginning to what was taken back of it.
    private static func bulkRuns(_ number: Certificate.Number, _ terms: Certificate.Terms) -> [any EventPayload] {
        var profile = Agency.Profile(
            code: "11511301008778183N",
            name: "演示区教育局",
            shortName: "演示教",
            division: "511602000000"
        )
        profile.phone = "0826-0000000"
        let listed = OfficerList.Change(
            name: "演示承办乙",
            position: "科员",
            agency: "1A1",
            post: "1W1",
            terms: terms,
            hours: 80,
            publicLaw: 85,
            professionalLaw: 90,
            examinedOn: day
        )
        let subject = SubjectList.Change(existing: "1A1", version: 3, profile: profile)
        let acts: [BulkAct] = [
            .transfer(to: "1A2"), .rotate(to: "1W2"), .appoint(to: "1W2"), .relieve, .suspend, .restore,
            .renew(to: "2031-12-31"), .review, .takeOver, .abolish, .limitStay(36), .limitStay(nil),
        ]
        let undone: [BulkUndo] = [
            .transferBack("1O1", to: "1A1", posts: ["1W1"]), .reappoint("1O1", from: "1W2", to: ["1W1"]),
            .reappoint("1O1", from: nil, to: ["1W1"]), .restore(number, of: "1O1"),
            .suspend(number, of: "1O1", reason: "接受调查"), .withdrawRenewal(number, of: "1O1", to: day),
            .withdrawReview(number, of: "1O1", year: 2026), .dismiss("1O1", certificate: number), .close("1A2"),
            .changeBack("1A1", profile), .reinstate("1W1", officers: ["1O1"]),
            .charterBack("1W1", PostCharter(powers: [], longestStayMonths: 36)),
        ]
        let rows = [
            BulkRow(1, "演示承办甲", .officer("1O1")), BulkRow(2, "演示承办甲", .certificate(number, of: "1O1")),
            BulkRow(3, "演示承办乙", .listedOfficer(listed)), BulkRow(4, "演示区教育局", .listedSubject(subject)),
        ]
        let started = acts.map { act in
            BulkRunStarted(act: act, from: day, reason: "集中轮岗", division: "511602000000", rows: 4)
        }
        let done = undone.map { BulkRowDone(number: 1, undo: $0, touched: ["officer/1O1": 4, "post/1W1": 7]) }
        let posts = BulkRowsListed(rows: [BulkRow(1, "承办岗", .post("1W1"))])
        return started + [BulkRowsListed(rows: rows), posts] + done + [
            BulkRowRefused(number: 2, reason: "证件状态不允许此项变更，现为有效。"), BulkRunStopped(), BulkUndoBegun(reason: "误办"),
            BulkRowUndone(number: 1, touched: ["officer/1O1": 5]),
            BulkRowKept(number: 1, reason: "办理之后该对象已有其他变更。"),
            CertificateRenewalWithdrawn(number: Open(number), validTo: Open(day), reason: "误办"),
            CertificateReviewWithdrawn(number: Open(number), year: Open(2026), reason: "误办"),
        ]
    }

    private static func directoryUpkeep(_ division: Division.Code) -> [any EventPayload] {
        var profile = Agency.Profile(
            code: "11511301008778183N",
            name: "演示区城管服务中心",
            shortName: "演示城",
            division: division,
            kind: .entrusted
        )
        profile.subject = AgencySubject(
            nature: .publicInstitution,
            legalRepresentative: "演示甲",
            duties: "市容管理",
            establishment: 30,
            funding: .full,
            categories: [.penalty, .inspection],
            entrustment: AgencySubject.Entrustment(
                entrustedBy: "演示区城市管理局",
                letter: "演示城委〔2026〕1号",
                basis: "行政处罚法§20",
                matters: "占道经营的处罚",
                from: day,
                to: "2028-12-31"
            ),
            announcement: AgencySubject.Announcement(document: "演示府告〔2026〕1号", on: day)
        )
        let charter = PostCharter(
            powers: [PostCharter.Power(item: "1I1", name: "民办幼儿园设立审批", limits: "城区")],
            duties: "审查材料",
            standards: "一次告知",
            indicators: "按期办结率",
            liability: PostCharter.Liability(kind: .direct, content: "对审查意见负责"),
            longestStayMonths: 60
        )
        let line = BreakdownPlan.Line(
            post: "1W1",
            postName: "承办岗",
            office: "行政审批股",
            responsibility: .handle,
            charter: charter
        )
        return [
            AgencyRegistered(profile: Open(profile), from: Open(day)),
            AgencyManagementSet(management: Open(Management(.vertical, under: "1A2")), from: Open(day), reason: "垂管"),
            AgencyManagementSet(management: Open(.local), from: Open(day), reason: "属地"),
            OfficeClosed(office: Open("1F1"), from: Open(day), reason: "合并"),
            BreakdownPlanIssued(plan: Open(BreakdownPlan(version: 1, from: day, lines: [line]))),
            PostCharterSet(charter: Open(charter), from: Open(day), reason: "分解职权"),
            PostDelegated(
                delegation: Delegation(
                    from: "1O1",
                    to: "1O2",
                    categories: [.license],
                    begins: day,
                    ends: "2026-12-31",
                    reason: "学习"
                )
            ),
            PostDelegationEnded(to: "1O2", from: day, reason: "提前返岗"),
            DivisionAdded(name: Open("演示镇"), from: Open(day), basis: Open("演示批复")),
            DivisionRenamed(name: Open("新演示镇"), from: Open(day), basis: Open("演示批复")),
            DivisionEnded(from: Open(day), successor: Open(division), basis: Open("演示批复")),
            DivisionEnded(from: Open(day), successor: Open(nil), basis: Open("演示批复")),
            DivisionHallSet(runsHall: Open(true), from: Open(day)),
            DirectoryRulesSet(rules: .standard, reason: "按省规定"),
            FramingSitesSet(sites: Open(["https://www.example.gov.cn"]), reason: "部门网站改版"),
            ListPublished(
                kind: .subjects,
                division: division,
                on: Open(day),
                rows: Open([["演示区教育局", "11511301008778183N", "法定行政机关", "行政许可", "", "", "", "", ""]])
            ),
        ]
    }
}
