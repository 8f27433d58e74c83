import Casework
import Discretion
import Kernel
import Sanctions
import TimeLimits
import WebServer

extension ObjectShape {
    /// What an outcome needs in law beside an opinion; which one, the case says of each outcome.
    static let stepDetails = ObjectShape(
        "StepDetails",
        [
            .optional("correction", "一次性告知的补正内容", .list(.object(.correctionPoint), most: 50)),
            .optional("nonAcceptance", "不予受理", .object(.nonAcceptance)),
            .optional("decision", "决定", .object(.decision)),
            .optional("specialProcedure", "特别程序", .object(.suspension)),
            .optional("service", "送达", .object(.service)),
            .optional("proposal", "拟作出的处罚", .object(.proposal)),
            .optional("imposition", "处罚决定", .object(.imposition)),
            .optional("payment", "缴款", .object(.payment)),
        ],
        isOneOf: true
    )

    static let correctionPoint = ObjectShape(
        "CorrectionPoint",
        [
            .required("material", "材料", .text(least: 1, most: 200)),
            .required("kind", "缺少、有误或者过期", .choice(CorrectionPoint.Kind.self, \.chinese)),
            .required("explanation", "补正要求", .text(least: 1, most: 2_000)),
        ]
    )

    static let nonAcceptance = ObjectShape(
        "NonAcceptance",
        [
            .required("reasons", "不予受理的理由", .text()),
            .optional("competentAgency", "有权受理的机关", .text(most: 200)),
        ]
    )

    static let decision = ObjectShape(
        "DecisionDetails",
        [
            .optional("reasons", "理由", .text()),
            .optional("content", "决定内容", .text()),
            .optional("validFrom", "有效期起", .day),
            .optional("validThrough", "有效期止", .day),
        ]
    )

    static let suspension = ObjectShape(
        "Suspension",
        [
            .required("ground", "特别程序", .choice(ExcludedTime.self, \.chinese)),
            .required("expectedEnd", "预计结束日期", .day),
            .required("explanation", "特别程序说明", .text()),
        ]
    )

    static let service = ObjectShape(
        "Service",
        [
            .required("way", "送达方式", .choice(NoticeWay.self, \.chinese)),
            .required("servedOn", "送达日期；公告送达的为刊登日期", .day),
            .optional("note", "备注", .text()),
        ]
    )

    static let sanction = ObjectShape(
        "Sanction",
        [
            .required("kind", "处罚种类", .choice(Sanction.Kind.self, \.chinese)),
            .optional("amount", "金额", .money),
            .optional("object", "对象和期限", .text(most: 2_000)),
        ]
    )

    static let proposal = ObjectShape(
        "Proposal",
        [
            .required("broken", "违反的规定", .text(most: 500)),
            .required("basis", "处罚依据", .text(most: 500)),
            .required("sanctions", "拟作出的处罚", .list(.object(.sanction), most: 10)),
            .optional("weighing", "裁量基准的适用", .object(.weighing)),
            .optional("discretion", "裁量", .text()),
        ]
    )

    static let weighing = ObjectShape(
        "Weighing",
        [
            .required("version", "裁量基准的版本", .integer),
            .optional("situation", "违法情形的键；不填即基准没有规定", .text(most: 100)),
            .optional("circumstances", "裁量情节", .list(.object(.circumstance), most: 30)),
            .optional("base", "计算罚款的基数，金额以分计", .integer),
            .optional("departure", "调整适用的理由", .text()),
        ]
    )

    static let circumstance = ObjectShape(
        "Circumstance",
        [
            .required("factor", "裁量因素的键", .text(least: 1, most: 100)),
            .optional("option", "所属选项", .text(most: 200)),
            .optional("number", "数值，以最小单位计", .integer),
        ]
    )

    static let imposition = ObjectShape(
        "Imposition",
        [
            .required("sanctions", "处罚", .list(.object(.sanction), most: 10)),
            .required("reasons", "事实、理由和依据", .text()),
            .optional("performance", "履行方式和期限", .text()),
            .optional("weighing", "裁量基准的适用，与拟作出时不同的", .object(.weighing)),
        ]
    )

    static let payment = ObjectShape(
        "Payment",
        [
            .required("amount", "缴款金额", .money),
            .required("paidOn", "缴款日期", .day),
            .required("receipt", "票据号码", .text(most: 200)),
            .optional("ofSurcharge", "其中加处罚款", .money),
            .optional("collection", "当场收缴", .object(.collection)),
        ]
    )

    /// - Source: Administrative Penalty Law (行政处罚法) art. 68, 69, 71.
    static let collection = ObjectShape(
        "OnSpotCollection",
        [
            .required("ground", "当场收缴的法定情形", .choice(OnSpotCollection.Ground.self, \.chinese)),
            .required("handedInOn", "交至机关日期", .day),
        ]
    )

    static let instalment = ObjectShape(
        "Instalment",
        [.required("due", "最迟缴纳日", .day), .required("amount", "金额", .money)]
    )

    /// One paper of a step; which papers with which fields, the case says of each outcome.
    static let document = ObjectShape(
        "Document",
        [
            .required("document", "文书名称", .text(least: 1, most: 100)),
            .required("fields", "文书各栏", .list(.object(.documentField), most: 100)),
        ]
    )

    static let documentField = ObjectShape(
        "DocumentField",
        [
            .required("key", "栏目", .text(least: 1, most: 100)),
            .optional("text", "内容", .text()),
            .optional("rows", "表格各行", .list(.list(.text(most: 500), most: 30), most: 200)),
        ]
    )
}

extension StepDetails {
    init(_ body: Body?) throws(Problem) {
        guard let body else {
            self = .none
            return
        }
        if let given = body.object("nonAcceptance") {
            self = .nonAcceptance(
                NonAcceptanceDetails(
                    reasons: given.text("reasons"),
                    competentAgency: given.optionalText("competentAgency")
                )
            )
        } else if let given = body.object("decision") {
            self = .decision(
                DecisionDetails(
                    reasons: given.text("reasons"),
                    content: given.text("content"),
                    validFrom: given.optionalDay("validFrom"),
                    validThrough: given.optionalDay("validThrough")
                )
            )
        } else if let given = body.object("specialProcedure") {
            self = .specialProcedure(try SuspensionDetails(given))
        } else if let given = body.object("service") {
            self = .service(
                ServiceDetails(
                    way: try given.choice("way", as: NoticeWay.self),
                    servedOn: try given.day("servedOn"),
                    note: given.text("note")
                )
            )
        } else if let given = body.object("proposal") {
            self = .proposal(
                Proposal(
                    broken: given.text("broken"),
                    basis: given.text("basis"),
                    sanctions: try [Sanction](given),
                    discretion: given.text("discretion")
                ),
                weighing: try Weighing(given)
            )
        } else if let given = body.object("imposition") {
            self = .imposition(
                ImpositionDetails(
                    sanctions: try [Sanction](given),
                    reasons: given.text("reasons"),
                    performance: given.text("performance"),
                    weighing: try Weighing(given)
                )
            )
        } else if let given = body.object("payment") {
            self = .payment(try PaymentDetails(given))
        } else {
            var points: [CorrectionPoint] = []
            for point in body.objects("correction") {
                points.append(
                    CorrectionPoint(
                        material: point.text("material"),
                        kind: try point.choice("kind", as: CorrectionPoint.Kind.self),
                        explanation: point.text("explanation")
                    )
                )
            }
            self = .correction(points)
        }
    }
}

extension Weighing {
    /// What a proposal or a decision says of the benchmark; `nil` when it says nothing.
    fileprivate init?(_ given: Body) throws(Problem) {
        guard let body = given.object("weighing") else { return nil }
        var circumstances: [Circumstance] = []
        for given in body.objects("circumstances") {
            if let option = given.optionalText("option") {
                circumstances.append(Circumstance(given.text("factor"), .option(option)))
            } else {
                circumstances.append(Circumstance(given.text("factor"), .number(Int64(try given.integer("number")))))
            }
        }
        self.init(
            version: try body.integer("version"),
            situation: body.optionalText("situation"),
            circumstances: circumstances,
            base: body.optionalInteger("base"),
            departure: body.text("departure")
        )
    }
}

extension SuspensionDetails {
    init(_ body: Body) throws(Problem) {
        self.init(
            ground: try body.choice("ground", as: ExcludedTime.self),
            expectedEnd: try body.day("expectedEnd"),
            explanation: body.text("explanation")
        )
    }
}

extension [Sanction] {
    /// The sanctions of a proposal or decision.
    fileprivate init(_ body: Body) throws(Problem) {
        self = []
        for sanction in body.objects("sanctions") {
            append(
                Sanction(
                    try sanction.choice("kind", as: Sanction.Kind.self),
                    amount: sanction.optionalMoney("amount"),
                    object: sanction.text("object")
                )
            )
        }
    }
}

extension DocumentRecord {
    /// Labels come from the form, not from the caller.
    init(_ body: Body) {
        self.init(
            document: body.text("document"),
            entries: body.objects("fields").map { field in
                DocumentEntry(key: field.text("key"), label: "", text: field.text("text"), rows: field.rows("rows"))
            }
        )
    }
}

extension PaymentDetails {
    init(_ body: Body) throws(Problem) {
        var collection: OnSpotCollection?
        if let given = body.object("collection") {
            collection = OnSpotCollection(
                ground: try given.choice("ground", as: OnSpotCollection.Ground.self),
                handedInOn: try given.day("handedInOn")
            )
        }
        self.init(
            amount: try body.money("amount"),
            paidOn: try body.day("paidOn"),
            receipt: body.text("receipt"),
            collection: collection,
            ofSurcharge: body.optionalMoney("ofSurcharge")
        )
    }
}
