import BlobStore
import Casework
import EventLog
import Kernel
import TimeLimits

@testable import Participation

extension EventExamples {
    /// Every fact of a letter, named and anonymous, about an agency and about a case.
    static func participation() -> [any EventPayload] {
        let (letter, item) = ("1L1", LetterSubject.Item(code: "511A0138600000", name: "民办幼儿园设立审批"))
        let limit = ParticipationClocks.Limit(.workingDays(3), source: "演示规定")
        let question = LetterClock(
            from: day,
            acceptance: nil,
            reply: .init(limit, on: "2026-03-05")
        )
        let complaint = LetterClock(
            from: day,
            acceptance: .init(limit, on: "2026-03-05"),
            reply: .init(limit, on: "2026-03-05")
        )
        let writer = LetterContent.Writer(name: "张三", mobile: "13800000000")
        let mailed = LetterContent.Writer(name: "张三", mobile: "13800000000", mail: "zhang@example.cn")
        return [
            LetterFiled(
                kind: Open(.question),
                agencyName: Open("演示区教育局"),
                number: "511602-20260302-L0001",
                subject: subject(item: nil, caseFile: nil),
                filedOn: day,
                clock: question,
                content: .present(
                    subject: letter,
                    LetterContent(title: "怎么办理", text: "请问怎么办理？", writer: writer)
                ),
                queryDigest: "00"
            ),
            LetterFiled(
                kind: Open(.complaint),
                agencyName: Open("演示区教育局"),
                number: "511602-20260302-L0002",
                subject: subject(item: item, caseFile: "1C1"),
                filedOn: day,
                clock: complaint,
                content: .present(subject: letter, LetterContent(title: "推诿", text: "被推诿两次", writer: nil)),
                queryDigest: "00"
            ),
            LetterFiled(
                kind: Open(.question),
                agencyName: Open("演示区教育局"),
                number: "511602-20260302-L0003",
                subject: subject(item: nil, caseFile: nil),
                filedOn: day,
                clock: question,
                content: .present(
                    subject: letter,
                    LetterContent(title: "怎么办理", text: "请问怎么办理？", writer: mailed)
                ),
                queryDigest: "00"
            ),
            LetterAccepted(on: day),
            LetterDeclined(on: day, reasons: .present(subject: letter, "已由人民法院受理")),
            LetterTransferred(
                on: day,
                to: subject(item: item, caseFile: nil),
                reason: .present(subject: letter, "属于民政部门职责"),
                clock: complaint
            ),
            LetterConcluded(
                outcome: .partlyUpheld,
                measures: .present(subject: letter, "已责令改正"),
                publication: .init(limit, on: "2026-03-30")
            ),
            LetterReplied(on: day, reply: .present(subject: letter, "请带上材料到窗口办理")),
            ReplyJudged(isSatisfied: false),
            LetterReopened(on: day, reason: .present(subject: letter, "没有说清"), clock: question),
            LetterPublished(
                record: Open(
                    PublicLetter(
                        kind: .question,
                        agency: "1A1",
                        agencyName: "演示区教育局",
                        item: item,
                        title: "怎么办理",
                        text: "请问怎么办理？",
                        reply: "请带上材料到窗口办理",
                        repliedOn: day,
                        isSatisfied: true
                    )
                ),
                hidden: .present(subject: letter, ["王小红"])
            ),
            LetterPublished(
                record: Open(
                    PublicLetter(
                        kind: .complaint,
                        agency: "1A1",
                        agencyName: "演示区教育局",
                        item: nil,
                        title: "推诿",
                        text: nil,
                        reply: "已批评教育",
                        repliedOn: day,
                        isSatisfied: nil
                    )
                ),
                hidden: .present(subject: letter, [])
            ),
            LetterPublicationWithdrawn(reason: Open("地址有误")),
            OutcomeExemptionProposed(
                on: day,
                ground: .writerKnown,
                reason: .present(subject: letter, "只有一人办过这件事")
            ),
            OutcomeExemptionDecided(
                on: day,
                isApproved: true,
                ground: Open(.writerKnown),
                opinion: .present(subject: letter, "情况属实")
            ),
            OutcomeExemptionDecided(
                on: day,
                isApproved: false,
                ground: Open(nil),
                opinion: .present(subject: letter, "隐去姓名即可公开")
            ),
        ] + ratings(item, .init(limit, on: "2026-03-09")) + information(limit) + supervisors(limit)
            + standardAnswers(item)
    }

    /// A standard answer about an item and one about the agency, the first published and taken down.
    private static func standardAnswers(_ item: LetterSubject.Item) -> [any EventPayload] {
        let text = StandardAnswer.Text(question: "幼儿园设立要多久", answer: "法定二十个工作日，承诺十五个工作日。")
        func record(_ item: LetterSubject.Item?) -> PublicStandardAnswer {
            PublicStandardAnswer(
                agency: "1A1",
                agencyName: "演示区教育局",
                item: item,
                question: text.question,
                answer: text.answer,
                publishedOn: day
            )
        }
        return [
            StandardAnswerDrafted(on: day, subject: subject(item: item, caseFile: nil), text: text),
            StandardAnswerDrafted(on: day, subject: subject(item: nil, caseFile: nil), text: text),
            StandardAnswerPublished(record: Open(record(item))), StandardAnswerPublished(record: Open(record(nil))),
            StandardAnswerWithdrawn(on: day, reason: Open("期限已经缩短")),
        ] + informationReports()
    }

    /// An annual report, and the same published again.
    private static func informationReports() -> [any EventPayload] {
        func report(_ correction: String?) -> InformationReportPublished {
            InformationReportPublished(
                record: Open(
                    PublicInformationReport(
                        year: 2025,
                        agency: "1A1",
                        agencyName: "演示区教育局",
                        division: "511602000000",
                        publishedOn: day,
                        applicants: ["自然人", "商业企业"],
                        lines: [.init(name: "一、本年新收政府信息公开申请数量", depth: 0, counts: [2, 1])],
                        late: 0,
                        remedies: DisclosureRemedies(
                            reviews: RemedyFigures(upheld: 1, corrected: 0, other: 0, pending: 2),
                            suits: .none,
                            suitsAfterReview: .none
                        ),
                        problems: "答复不够及时，已经改进。",
                        correction: correction
                    )
                )
            )
        }
        return [report(nil), report("复议件数有误")]
    }

    /// A bad rating with its answer, and a good one that needs none.
    private static func ratings(_ item: LetterSubject.Item, _ due: LetterClock.Due) -> [any EventPayload] {
        func given(_ grade: Int, _ answer: LetterClock.Due?, _ comment: String) -> RatingGiven {
            RatingGiven(
                item: Open(item),
                grade: Open(grade),
                dimensions: Open(["convenience": grade, "efficiency": grade, "guide": grade, "platform": grade]),
                agency: "1A1",
                agencyName: "演示区教育局",
                division: "511602000000",
                on: day,
                answer: answer,
                comment: .present(subject: "rating-1C1", comment)
            )
        }
        let answer = RatingAnswer(comment: "跑了三趟", answer: "已改为一次告知", on: day)
        return [
            given(1, due, "跑了三趟"), given(5, nil, ""),
            RaterCalledBack(on: day, note: .present(subject: "rating-1C1", "情况属实")),
            RatingAnswered(record: Open(answer)),
        ]
    }

    /// Every fact of a public supervisor and of an opinion.
    private static func supervisors(_ limit: SourcedPeriod) -> [any EventPayload] {
        let kind = PublicSupervision.Kind(code: "deputy", chinese: "人大代表")
        let item = LetterSubject.Item(code: "511A0138600000", name: "民办幼儿园设立审批")
        func given(_ subject: LetterSubject) -> OpinionGiven {
            OpinionGiven(
                kind: Open(kind),
                agencyName: Open(subject.agencyName),
                number: "511602-20260302-O0001",
                supervisor: "1V1",
                subject: subject,
                on: day,
                answer: .init(limit, on: "2026-03-05"),
                text: .present(subject: "1O1", "材料收了两次")
            )
        }
        let pool = [PooledCase(id: "1C1", position: 7), PooledCase(id: "1C2", position: 9)]
        return [
            PublicSupervisorAppointed(
                name: Open("周建国"),
                kind: Open(kind),
                unit: Open("第二代表团"),
                division: Open("511602000000"),
                number: "511602-20260302-V0001",
                from: day,
                through: "2026-12-31",
                queryDigest: "00"
            ),
            PublicSupervisorEnded(on: day, reason: Open("本人辞去")),
            SampleDrawn(
                draw: SampleDraw(from: pool, days: "2026-01-01"...day, count: 1, seed: "00ff") { $0 == "1C2" }
            ),
            given(subject(item: nil, caseFile: nil)), given(subject(item: item, caseFile: "1C2")),
            OpinionAnswered(record: Open(AnsweredOpinion(opinion: "材料收了两次", answer: "已改正", on: day))),
        ]
    }

    /// Every fact of a request for information.
    private static func information(_ limit: SourcedPeriod) -> [any EventPayload] {
        let request = "1G1"
        var clock = InformationClock(from: day, reply: limit)
        let plain = clock
        clock.begin(.init(from: day, until: "2026-03-23"))
        clock.endConsultation(on: "2026-03-09")
        clock.extend(by: limit)
        func requested(_ applicant: ApplicantKind, _ form: DeliveryForm, _ address: String) -> InformationRequested {
            InformationRequested(
                agencyName: Open("演示区教育局"),
                applicant: Open(applicant),
                number: "511602-20260302-G0001",
                agency: "1A1",
                division: "511602000000",
                filedOn: day,
                correctionBy: "2026-03-11",
                clock: plain,
                due: "2026-03-05",
                content: .present(
                    subject: request,
                    .init(
                        name: "张三",
                        identity: "11010519491231002X",
                        mobile: "13800000000",
                        address: address,
                        description: "年检结果",
                        form: form
                    )
                ),
                queryDigest: "00"
            )
        }
        func replied(
            _ kind: InformationReplyKind,
            _ ground: WithholdingGround?,
            _ files: [Attachment] = []
        ) -> InformationReplied {
            InformationReplied(
                on: day,
                documentNumber: "依申请公开〔2026〕1号",
                kind: Open(kind),
                ground: Open(ground),
                text: .present(subject: request, "见附件"),
                files: files.isEmpty ? nil : .present(subject: request, files)
            )
        }
        return [
            requested(.person, .online, ""), requested(.company, .paper, "演示路1号"),
            InformationCorrectionAsked(on: day, until: "2026-03-23", points: .present(subject: request, "哪一年")),
            InformationCorrected(on: day, text: .present(subject: request, "去年"), clock: plain, due: "2026-03-05"),
            InformationConsultationBegan(
                consultation: .init(from: day, until: "2026-03-23"),
                isThirdParty: true,
                name: .present(subject: request, "王五"),
                due: "2026-03-26"
            ),
            InformationConsultationEnded(
                on: day,
                opinion: .objects,
                note: .present(subject: request, "商业秘密"),
                due: "2026-03-09"
            ),
            InformationExtensionProposed(on: day, reason: .present(subject: request, "档案多")),
            InformationExtended(on: day, clock: clock, due: "2026-03-12"),
            replied(.disclosed, nil), replied(.refused, .stateSecret), replied(.disclosed, nil, [attachment]),
            InformationEnded(on: day, isWithdrawn: true),
            InformationFoundLate(due: "2026-03-05", source: "演示规定"),
        ]
    }

    private static func subject(item: LetterSubject.Item?, caseFile: String?) -> LetterSubject {
        LetterSubject(
            agency: "1A1",
            agencyName: "演示区教育局",
            division: "511602000000",
            item: item,
            caseFile: caseFile
        )
    }
}
