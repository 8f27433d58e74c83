import BlobStore
import CanonicalJSON
import DecisionTables
import Directory
import EventLog
import Kernel
@testable import Supervision

extension EventExamples {
    /// Every fact about findings; a breach with all its fields, one with none that may be absent.
    static func supervision() throws -> [any EventPayload] {
        let full = try breach(subject: "step:examine", days: #""days":3,"#)
        let bare = try breach(subject: "answer", days: "")
        let point = DuePoint(
            rule: .remind,
            subject: .decision,
            at: Instant(day, hour: 9),
            start: day,
            period: .workingDays(15),
            limit: "2026-03-23",
            basis: .promised
        )
        let named = DuePoint(
            rule: .suspensionOverrun,
            subject: .suspension,
            occurrence: 2,
            at: Instant(day, hour: 9),
            start: day,
            period: nil,
            limit: "2026-03-23",
            basis: .told
        )
        return [
            raised(full, explainBy: "2026-03-30"),
            raised(bare, explainBy: nil),
            FindingReleased(number: 1, reason: .higher(number: 2)),
            FindingReleased(number: 1, reason: .done),
            FindingReleased(number: 1, reason: .prolonged),
            FindingReleased(number: 1, reason: .mended),
            raised(try breach(subject: "certificate:16010001", days: ""), explainBy: nil),
            raised(try breach(subject: "stay:01P1:01O1", days: ""), explainBy: nil),
            raised(try breach(subject: "officer:01O1", days: ""), explainBy: nil),
            raised(try breach(subject: "agency:01A1", days: ""), explainBy: nil),
            raised(try breach(subject: "case:川A〔2026〕1号", days: ""), explainBy: nil),
            raised(try breach(subject: "party:01P1", days: ""), explainBy: nil),
            raised(try compared(), explainBy: nil),
            raised(try breach(subject: "item:01I1", days: ""), explainBy: nil),
            raised(try breach(subject: "list:charges", days: ""), explainBy: nil),
            raised(try breach(subject: "letter:01L1", days: ""), explainBy: nil),
            DaysCompared(through: day),
            FindingExplained(number: 1, explanation: "系统故障", isInTime: true),
            FindingExplained(
                number: 1,
                explanation: "系统故障",
                isInTime: true,
                evidence: [
                    Attachment(
                        blob: "B1",
                        key: "00",
                        digest: "00",
                        size: 12,
                        name: "说明.pdf",
                        mediaType: "application/pdf"
                    )
                ],
                correction: SelfCorrection(cause: "交接不清", measures: "已经补办", prevention: "修订了交接办法")
            ),
            FindingExplained(
                number: 1,
                explanation: "资料由当事人补来",
                isInTime: true,
                files: .present(
                    subject: "1P1",
                    [
                        Attachment(
                            blob: "b2",
                            key: "00",
                            digest: "00",
                            size: 12,
                            name: "情况.pdf",
                            mediaType: "application/pdf"
                        )
                    ]
                )
            ),
            FindingLapsed(number: 1),
            FindingAccepted(number: 1, opinion: "情况属实"),
            FindingAccepted(number: 1, opinion: "情况属实", isSelfCorrected: true),
            FindingWithdrawn(number: 1, reason: "依据不足"),
            WatchPlanned(points: [point, named]),
            WatchPlanned(points: []),
            RuleFailed(rule: .red, reason: "calendarEnds"),
            RuleRecovered(rule: .red),
        ] + orders() + parameters() + (try scores()) + bulletins() + duties() + written(full)
    }

    /// Every fact about rules that supervisors write.
    private static func written(_ breach: Breach) -> [any EventPayload] {
        let code = RuleCode(rawValue: "LOC-NIGHT") ?? .remind
        let rule = WrittenRule(
            code: code,
            title: "夜间办理",
            division: "511602",
            dimension: .conduct,
            level: .warning,
            reach: .act,
            message: "在夜间录入办理",
            article: "区监察办法第三条",
            table: WrittenRule.table(
                code,
                [.hour, .stepKind],
                [.init(when: ["< 6", "-"], then: ["true"], note: "午夜后"), .init(when: ["-", "-"], then: ["false"])]
            )
        )
        let moved = WrittenRuleMoved(code: code, number: 1, reason: "试算结果合理")
        return [
            WrittenRuleDrafted(number: 1, rule: rule),
            WrittenRuleTrialBegun(code: code, number: 1, from: "2025-03-23", through: day),
            WrittenRuleTried(code: code, number: 1, from: "2025-03-23", through: day, cases: 400, found: 12),
            WrittenRuleTried(
                code: code,
                number: 1,
                from: "2025-03-23",
                through: day,
                cases: 400,
                found: 1,
                before: 5_000,
                tally: TrialTally(
                    agencies: [.init(key: "演示局", count: 1)],
                    items: [.init(key: "教师资格认定", count: 1)],
                    months: [.init(key: "2026-03", count: 1)],
                    latest: [
                        .init(
                            caseNumber: "511602-1",
                            itemName: "教师资格认定",
                            agencyName: "演示局",
                            since: Instant(day, hour: 3),
                            facts: [FindingFact("录入时刻（几点）", "3")]
                        )
                    ]
                )
            ),
            WrittenRuleTrialEnded(code: code, number: 1, reason: .stopped),
            WrittenRuleTrialEnded(code: code, number: 1, reason: .failed), WrittenRuleShadowed(moved: moved),
            WrittenRuleEnacted(moved: moved), WrittenRuleEnded(moved: moved),
            ShadowFound(
                number: 1,
                breach: breach,
                caseNumber: "511602-1",
                itemName: "教师资格认定",
                agency: "1A1",
                agencyName: "演示局"
            ),
        ]
    }

    /// Every fact about parameters; a setting with all it may hold and one with the least.
    private static func parameters() -> [any EventPayload] {
        let full = ParameterSetting(
            scope: RuleScope(division: "511602", category: "01", item: "510105001000", step: "examine"),
            rule: .yellow,
            level: .warning,
            numbers: ["workingDaysOver": 3],
            from: day,
            reason: "本区试行"
        )
        let least = ParameterSetting(
            scope: RuleScope(division: "511602"),
            rule: .node,
            level: .warning,
            from: day,
            reason: "试行"
        )
        return [
            ParametersSet(number: 1, setting: full), ParametersSet(number: 2, setting: least),
            ParametersEnded(number: 1, from: day, reason: "不再试行"), ParametersApplied(through: day),
        ]
    }

    /// Every fact about scores; a sheet whose fact has all it may hold, and one with the least.
    private static func scores() throws -> [any EventPayload] {
        let scheme = ScoreScheme(
            id: "t",
            title: "试行",
            source: "某市办法",
            floor: 0,
            cap: 1_000,
            bonusCap: 50,
            parts: [.init(id: "total", title: "总分", weight: 1_000)],
            deductions: [
                .init(
                    fact: .finding,
                    rules: [.yellow],
                    dimensions: [.time],
                    level: .yellowCard,
                    part: "total",
                    tenths: 10
                ),
                .init(fact: .order, rules: nil, dimensions: nil, level: nil, part: "total", tenths: 5),
                .init(fact: .lapse, rules: nil, dimensions: nil, level: nil, part: "total", tenths: 5, every: 2),
            ],
            bonuses: [.init(measure: .earlyShare, from: 10, tenths: 10, step: 10, stepTenths: 10)],
            grades: [.init(title: "优秀", from: 900), .init(title: "合格", from: 0)],
            selfCorrectionPercent: nil
        )
        func fact(_ kind: ScoreScheme.Deduction.Kind, isFull: Bool) -> ScoreFact {
            ScoreFact(
                position: 7,
                kind: kind,
                on: day,
                matter: .caseFile("1C1"),
                caseNumber: "511602-1",
                finding: 1,
                rule: isFull ? .yellow : nil,
                level: isFull ? .yellowCard : nil,
                dimension: isFull ? .time : nil,
                text: "逾期",
                agency: "1A1",
                item: "510105001000",
                post: isFull ? "1P1" : nil,
                officer: isFull ? "1O1" : nil
            )
        }
        let facts = [fact(.finding, isFull: true), fact(.order, isFull: false)]
        let sheets = [
            ScoreSheet(.agency("1A1"), name: "演示局", agency: "1A1", facts: facts, base: ScoreBase(), under: scheme),
            ScoreSheet(.item("2"), name: "演示事项", agency: nil, facts: [], base: ScoreBase(), under: scheme),
        ]
        return [
            ScoresDrafted(
                month: ScoreMonth(day),
                division: "511602",
                scheme: scheme,
                sheets: sheets,
                objectionsThrough: "2026-04-09"
            ), ScoreObjected(number: 1, agency: "1A1", position: 7, text: "系统故障"),
            ScoreObjectionAnswered(number: 1, isUpheld: true, text: "属实"), ScoresFrozen(opinion: "同意"),
            ScoreSchemeChosen(scheme: "t", from: ScoreMonth(day), reason: "本区事项以许可为主"),
        ]
    }

    /// Every fact about a bulletin, with all it may hold.
    private static func bulletins() -> [any EventPayload] {
        var figure = FindingFigure(agency: "1A1", agencyName: "演示区教育局", dimension: .time, level: .redCard)
        figure.upheld = 2
        figure.withdrawn = 1
        func order(_ status: CorrectionOrder.Status, on day: Day?) -> PublishedOrder {
            PublishedOrder(
                id: "1D1",
                kind: .opinion,
                number: "演示司监意〔2026〕1号",
                issuerName: "演示区司法局",
                agency: "1A1",
                agencyName: "演示区教育局",
                matter: "民办幼儿园设立审批",
                issuedOn: "2026-03-12",
                facts: "超过承诺时限未作决定",
                article: "优化营商环境条例§36",
                demand: "立即作出决定",
                status: status,
                concludedOn: day,
                conclusion: day.map { _ in "已经纠正" },
                corrections: 1
            )
        }
        func zero(_ said: String?) -> ZeroMonth {
            ZeroMonth(
                month: ScoreMonth(day),
                agency: "1A2",
                agencyName: "演示区林业局",
                powers: 12,
                inARow: 2,
                explanation: said,
                explainedOn: said.map { _ in day }
            )
        }
        func record(_ period: BulletinPeriod, zeros: [ZeroMonth]? = nil) -> BulletinRecord {
            BulletinRecord(
                period: period,
                division: "511602",
                divisionName: "演示区",
                figures: [figure],
                orders: [order(.corrected, on: day), order(.running, on: nil)],
                standings: [.init(agency: "1A1", agencyName: "演示区教育局", tenths: 985, grade: "优秀", months: 1)],
                zeroMonths: zeros
            )
        }
        return [
            BulletinProposed(record: record(.month(ScoreMonth(day))), reviewBy: "2026-04-09"),
            BulletinReviewed(isApproved: false, opinion: "请核对数字"),
            BulletinPublished(record: Open(record(.quarter(year: 2026, 1)))),
            BulletinPublished(
                record: Open(record(.month(ScoreMonth(day)), zeros: [zero(nil), zero("当月没有人申请")]))
            ),
            BulletinWithdrawn(reason: Open("数字有误")),
        ]
    }

    /// Every fact about patrols and months without cases.
    private static func duties() -> [any EventPayload] {
        let patrol = Patrol(
            on: day,
            agency: "1A1",
            agencyName: "演示区教育局",
            items: [.init(code: "510107001000", name: "民办幼儿园设立审批")],
            cases: ["川A〔2026〕1号"],
            outcome: .followed,
            found: "核对了受理和审查环节",
            next: "三日内再看"
        )
        return [
            PatrolRecorded(number: 1, patrol: patrol), ZeroMonthExplained(explanation: "当月没有人申请"),
        ]
    }

    /// Every fact about a correction order; a decision with its ground and an opinion without.
    private static func orders() -> [any EventPayload] {
        [
            OrderDrafted(terms: terms(.opinion, ground: nil, follows: nil)),
            OrderDrafted(terms: terms(.decision, ground: .procedureBroken, follows: "1D1")),
            OrderIssued(number: "演示司监意〔2026〕1号", caseVersion: 7),
            OrderReceived(on: day, isDeemed: true, replyBy: "2026-04-01"),
            OrderReplied(text: "已作出决定", acts: [8, 9], isInTime: true),
            OrderObjected(text: "事实有误", answerBy: "2026-03-30"),
            ObjectionAnswered(isUpheld: false, text: "维持原意见", isInTime: true),
            OrderRanOut(clock: .reply, on: "2026-04-01"),
            OrderRanOut(clock: .objectionAnswer, on: "2026-04-01"),
            OrderConcluded(outcome: .corrected, opinion: "已经纠正"),
            OrderConcluded(outcome: .notCorrected, opinion: "没有纠正"),
            OrderConcluded(outcome: .withdrawn, opinion: "意见有误"),
            OrderWatchPlanned(at: Instant(day, hour: 0)),
            OrderWatchPlanned(at: nil),
        ]
    }

    private static func terms(
        _ kind: OrderKind,
        ground: OrderGround?,
        follows: CorrectionOrder.ID?
    ) -> OrderTerms {
        OrderTerms(
            kind: kind,
            matter: .caseFile("1C1"),
            finding: 3,
            complaint: nil,
            caseNumber: "511602-20260302-00001",
            itemName: "民办幼儿园设立审批",
            agency: "1A1",
            agencyName: "演示区教育局",
            division: "511602000000",
            issuer: "1A9",
            issuerName: "演示区司法局",
            facts: "超过承诺时限未作决定",
            article: "优化营商环境条例§36",
            demand: "立即作出决定",
            ground: ground,
            follows: follows,
            limits: OrderLimits(
                version: "1",
                deemedReceived: .workingDays(3),
                urging: .workingDays(5),
                advice: Period(30, .calendarDay),
                opinion: Period(30, .calendarDay),
                decision: Period(30, .calendarDay),
                objection: .workingDays(10),
                objectionAnswer: .workingDays(15)
            )
        )
    }

    private static func raised(_ breach: Breach, explainBy: Day?) -> FindingRaised {
        FindingRaised(
            number: 1,
            breach: breach,
            caseNumber: "511602-20260302-00001",
            item: "511A0138600000",
            itemName: "民办幼儿园设立审批",
            agency: "1A1",
            agencyName: "演示区教育局",
            explainBy: explainBy
        )
    }

    /// A rule fills in most of a breach; what is frozen here is the form, not a rule's wording.
    private static func breach(subject: String, days: String) throws -> Breach {
        let text = """
            {
              "rule": "TIM-RED", "level": "redCard", "dimension": "time", "subject": "\(subject)", "occurrence": 1,
              "since": 1772413200000, \(days) "message": "超过法定时限", "article": "行政许可法§42",
              "facts": [{ "label": "届满日", "value": "2026-03-23" }]
            }
            """
        return try CanonicalDecoder().decode(Breach.self, from: Array(text.utf8))
    }

    /// A breach with the group it stands out from.
    private static func compared() throws -> Breach {
        let lead = Lead(
            .dealing,
            .dealing(Officer.ID("01O1"), party: "01P1"),
            at: ("01A1", "教育局"),
            key: "审核",
            message: "同一当事人6件的“审核”环节有6件由同一人办理",
            since: Instant(day, hour: 9),
            comparison: Comparison(
                "办理该当事人的办件（件）",
                of: .officer(Officer.ID("01O1")),
                among: [
                    Comparison.Member(.officer(Officer.ID("01O1")), value: 6),
                    Comparison.Member(.agency(Agency.ID("01A1")), name: "教育局", value: 0),
                ],
                cases: ["510000000001"]
            )
        )
        return Breach(try RepeatedDealing(), lead, on: day)
    }
}
