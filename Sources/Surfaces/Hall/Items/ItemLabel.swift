import Catalog

/// What stands on the page of an item beside what the item itself states, in both languages.
enum ItemLabel: LabelTable {
    case guide, category, localCategory, localAnswers, agency, office, preference, liability, levels, audience,
        statutoryLimit, promisedLimit, fee,
        result, place, hours, phone
    case complaintLine, free, charged, unstated
    case powerSource, entrustedBy, projectType, ways, visits, specialProcedure, levyKind, reducible
    case basis, limits, actual, answer, answerRule, excluded, excludedRule, source, conditions
    case materials, noMaterials, material, necessity, form, copies, origin, materialsRule
    case rights, rightsDuring, remedies, remedy, period, law, ownRemedies
    case reconsideration, reconsiderationPeriod, reconsiderationLaw, lawsuit, lawsuitPeriod, lawsuitLaw
    case afterReconsideration, afterReconsiderationPeriod, afterReconsiderationLaw
    case toBeHeard, hearing, reasons, compensation
    case unstatedAgency, apply, book, prepare, closed, code, mainItem, leaflet, onPage, imported, importedText,
        abolished
    case onlyChinese, onlyChineseText, chinesePage
    case fields, charges, charge, chargeStandard, chargeReduction, chargeNote, family

    var words: (chinese: String, english: String) {
        switch self {
        case .guide: ("办事指南", "Service guide")
        case .category: ("事项类型", "Kind of power")
        case .localCategory: ("地方类别", "Local kind")
        case .localAnswers: ("地方类别填报内容", "Stated for the local kind")
        case .agency: ("实施主体", "Agency")
        case .office: ("承办机构", "Handled by")
        case .preference: ("优惠政策", "Preferential treatment")
        case .liability: ("责任追究", "Liability of the agency")
        case .levels: ("行使层级", "Level of government")
        case .audience: ("服务对象", "Who may apply")
        case .statutoryLimit: ("法定时限", "Statutory limit")
        case .promisedLimit: ("承诺时限", "Promised limit")
        case .fee: ("收费", "Fee")
        case .result: ("办理结果", "What you get")
        case .place: ("办理地点", "Place")
        case .hours: ("办理时间", "Hours")
        case .phone: ("咨询电话", "Questions by telephone")
        case .complaintLine: ("监督投诉电话", "Complaints by telephone")
        case .powerSource: (ItemExercise.Fact.powerSource.chinese, "Where the power comes from")
        case .entrustedBy: (ItemExercise.Fact.entrustedBy.chinese, "Entrusted by")
        case .projectType: (ItemExercise.Fact.projectType.chinese, "How it is done")
        case .ways: (ItemExercise.Fact.ways.chinese, "Ways to apply")
        case .visits: (ItemExercise.Fact.visits.chinese, "Visits needed")
        case .specialProcedure: (ItemExercise.Fact.specialProcedure.chinese, "Special procedures")
        case .levyKind: (ItemExercise.Fact.levyKind.chinese, "Kind of levy")
        case .reducible: (ItemExercise.Fact.reducible.chinese, "Can be reduced")
        case .fields: ("类别字段", "Stated for this kind of power")
        case .charges: ("收费项目", "Charges")
        case .charge: ("项目", "Charge")
        case .chargeStandard: ("标准", "Standard")
        case .chargeReduction: ("减免", "Reduction")
        case .chargeNote: ("备注", "Remarks")
        case .family: ("主项和子项", "Main item and its parts")
        case .free: ("不收费", "Free of charge")
        case .charged: ("收费", "Charged")
        case .unstated: ("未填报", "Not stated")
        case .basis: ("设定和实施依据", "Legal basis")
        case .limits: ("办理期限", "Time limits")
        case .actual: ("实际用时", "Time really taken")
        case .answer: ("受理答复", "Answer to an application")
        case .answerRule:
            (
                "收到申请后 5 个工作日内答复；逾期不告知的，自收到申请材料之日起即为受理（行政许可法第三十二条）",
                """
                Within 5 working days; without an answer the application counts as accepted from the day it was received \
                (Administrative License Law art. 32)
                """
            )
        case .excluded: ("不计入期限的时间", "Time that is not counted")
        case .excludedRule:
            (
                "听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间，应当书面告知申请人（行政许可法第四十五条）",
                """
                Hearings, tenders, auctions, inspections, tests, quarantine, appraisals and expert reviews; the applicant \
                is told in writing (Administrative License Law art. 45)
                """
            )
        case .source: ("依据：", "Basis: ")
        case .conditions: ("受理条件", "Conditions")
        case .materials: ("申请材料", "What to hand in")
        case .noMaterials: ("不需要提交材料。", "Nothing has to be handed in.")
        case .material: ("材料名称", "Document")
        case .necessity: ("必要性", "Needed")
        case .form: ("形式", "Form")
        case .copies: ("份数", "Copies")
        case .origin: ("来源", "Comes from")
        case .materialsRule:
            (
                "行政机关不得要求提交与所申请事项无关的材料（行政许可法第三十一条）；标为部门共享的由机关自行获取。",
                """
                An agency may not ask for anything unrelated to the matter (Administrative License Law art. 31); what is \
                shared between agencies it fetches itself.
                """
            )
        case .rights: ("权利与救济", "Rights and remedies")
        case .rightsDuring: ("办理中的权利", "Your rights during the case")
        case .remedies: ("不服决定的救济途径", "If you disagree with the decision")
        case .remedy: ("途径", "Remedy")
        case .period: ("期限", "Period")
        case .law: ("依据", "Law")
        case .ownRemedies: ("本事项填报的救济渠道", "Remedies stated for this service")
        case .reconsideration: ("申请行政复议", "Apply for administrative reconsideration")
        case .reconsiderationPeriod:
            ("自知道或者应当知道该行政行为之日起 60 日内", "Within 60 days from when you knew or should have known of the act")
        case .reconsiderationLaw: ("行政复议法第二十条", "Administrative Reconsideration Law art. 20")
        case .lawsuit: ("提起行政诉讼", "File a lawsuit")
        case .lawsuitPeriod:
            ("自知道或者应当知道作出行政行为之日起 6 个月内", "Within 6 months from when you knew or should have known of the act")
        case .lawsuitLaw: ("行政诉讼法第四十六条", "Administrative Litigation Law art. 46")
        case .afterReconsideration: ("行政复议后不服，提起诉讼", "File a lawsuit after reconsideration")
        case .afterReconsiderationPeriod: ("收到复议决定书之日起 15 日内", "Within 15 days from receiving the decision")
        case .afterReconsiderationLaw: ("行政诉讼法第四十五条", "Administrative Litigation Law art. 45")
        case .toBeHeard:
            ("陈述、申辩的权利（行政许可法第七条）", "To state your case and to defend it (Administrative License Law art. 7)")
        case .hearing:
            (
                "涉及重大利益关系的，要求听证的权利（行政许可法第四十七条）",
                "To ask for a hearing where major interests are at stake (Administrative License Law art. 47)"
            )
        case .reasons:
            ("要求说明不予许可理由的权利（行政许可法第三十八条）", "To be told the reasons of a refusal (Administrative License Law art. 38)")
        case .compensation:
            (
                "因违法实施行政许可受到损害的，依法要求赔偿的权利（行政许可法第七条）",
                "To claim compensation for damage by unlawful licensing (Administrative License Law art. 7)"
            )
        case .unstatedAgency: ("实施机关未填报", "Agency not stated")
        case .apply: ("在线申请", "Apply online (in Chinese)")
        case .book: ("预约窗口", "Book a service window (in Chinese)")
        case .prepare: ("先看要准备什么", "See what to prepare")
        case .closed: ("该事项暂不在网上受理，请按办事指南到现场办理。", "No applications are taken online.")
        case .code: ("编码", "Code")
        case .mainItem: ("主项", "Main item")
        case .leaflet: ("打印明白卡（PDF，一页）", "Print the leaflet (PDF, one page, in Chinese)")
        case .onPage: ("本页内容", "On this page")
        case .imported: ("已导入、未确认", "Imported, not confirmed")
        case .importedText:
            ("本页内容来自导入的清单，尚未经审核确认，仅供参考。", "This page comes from an imported list that has not been confirmed yet.")
        case .abolished: ("该事项已取消", "This service has been abolished")
        case .onlyChinese: ("只有中文的内容", "Published in Chinese only")
        case .onlyChineseText:
            (
                "流程图、裁量基准、好差评、编码和版本见中文页面。",
                """
                Flow chart, discretion benchmark, ratings, the meaning of the code and earlier versions are on the page in \
                Chinese. The Chinese text is the authoritative one.
                """
            )
        case .chinesePage: ("中文页面", "The page in Chinese")
        }
    }
}

extension ItemLabel {
    init(_ fact: ItemExercise.Fact) {
        self =
            switch fact {
            case .powerSource: .powerSource
            case .entrustedBy: .entrustedBy
            case .projectType: .projectType
            case .ways: .ways
            case .visits: .visits
            case .specialProcedure: .specialProcedure
            case .levyKind: .levyKind
            case .reducible: .reducible
            }
    }
}
