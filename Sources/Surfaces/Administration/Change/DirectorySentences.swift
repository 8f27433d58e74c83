import Bookings
import Directory
import EventLog
import Kernel

/// Events of the directory in sentences, with the names of whom they concern.
struct DirectorySentences {
    let all: [String]

    init(_ reading: EventReading, _ events: [RecordedEvent]) throws {
        let names = DirectoryNames(reading)
        all = try events.compactMap { event in
            let key = event.envelope.stream.key
            if let agency = event.as(AgencyEvent.self) { return try agency.sentence(key, names) }
            if let post = event.as(PostEvent.self) { return try post.sentence(key, names) }
            if let officer = event.as(OfficerEvent.self) { return try officer.sentence(key, names) }
            if let division = event.as(DivisionEvent.self) { return division.sentence(key) }
            if let recusal = event.as(RecusalEvent.self) { return try recusal.sentence(names) }
            if let rules = event.as(DirectoryRulesEvent.self) { return rules.sentence }
            if let window = event.as(ServiceWindowEvent.self) { return window.sentence }
            if let framing = event.as(FramingSitesEvent.self) { return framing.sentence }
            return nil
        }
    }
}

/// Names by identifier; a thing that is only being made has none yet.
private struct DirectoryNames {
    private let reading: EventReading

    init(_ reading: EventReading) {
        self.reading = reading
    }

    func agency(_ id: Agency.ID) throws -> String {
        try reading.reader.agency(id, in: reading.realm)?.profile.name ?? "新机构"
    }

    func officer(_ id: Officer.ID) throws -> String { try reading.reader.officer(id, in: reading.realm)?.name ?? "新人员" }

    func post(_ id: Post.ID) throws -> String { try reading.state(PostEntry.self, id.text).state.post?.name ?? "新岗位" }

    func office(_ id: Office.ID, of agency: String) throws -> String {
        let offices = try reading.state(AgencyEntry.self, agency).state.agency?.offices ?? []
        return offices.first { $0.id == id }?.name ?? "内设机构"
    }
}

extension AgencyEvent {
    fileprivate func sentence(_ key: String, _ names: DirectoryNames) throws -> String {
        let name = try names.agency(Agency.ID(key))
        switch self {
        case .registered(let registered):
            return "登记执法主体“\(registered.profile.value.name)”，自\(registered.from.value)起"
        case .profileChanged(let changed): return "变更“\(name)”的执法主体资格，自\(changed.from.value)起"
        case .officeOpened(let opened): return "“\(name)”新设内设机构“\(opened.name.value)”，自\(opened.from.value)起"
        case .officeClosed(let closed):
            let office = try names.office(closed.office.value, of: key)
            return "“\(name)”撤销内设机构“\(office)”，自\(closed.from.value)起"
        case .managementSet(let set):
            let leaders = set.management.value.mode.leaders.map(\.chinese).joined(separator: "、")
            let above = try set.management.value.superior.map { try "，上级为“\(names.agency($0))”" } ?? ""
            return "“\(name)”自\(set.from.value)起实行\(set.management.value.mode.chinese)\(above)；"
                + "确认、考核、追责由\(leaders)负责"
        case .planIssued(let issued):
            return "公布“\(name)”分解执法职权方案第\(issued.plan.value.version)版，\(issued.plan.value.lines.count)个岗位"
        case .reorganized(let reorganized):
            let powers = reorganized.items.value.map { "\($0.count)项职权" } ?? "全部职权"
            return try
                "“\(name)”的\(powers)自\(reorganized.from.value)起由“\(names.agency(reorganized.successor.value))”继续行使"
        case .closed(let closed): return "撤销执法主体“\(name)”，自\(closed.from.value)起不再执法"
        }
    }
}

extension PostEvent {
    fileprivate func sentence(_ key: String, _ names: DirectoryNames) throws -> String {
        let name = try names.post(Post.ID(key))
        switch self {
        case .created(let created):
            return "新设岗位“\(created.name.value)”（\(created.responsibility.value.chinese)），自\(created.from.value)起"
        case .officerAppointed(let appointed):
            return try "\(names.officer(appointed.officer.value))任“\(name)”，自\(appointed.from.value)起"
        case .officerRelieved(let relieved):
            return try "\(names.officer(relieved.officer.value))不再任“\(name)”，自\(relieved.from.value)起"
        case .charterSet(let set):
            return "确定“\(name)”的职责，职权\(set.charter.value.powers.count)项，自\(set.from.value)起"
        case .delegated(let delegated):
            let given = delegated.delegation
            return try
                "\(given.begins)至\(given.ends)，“\(name)”由\(names.officer(given.to))代\(names.officer(given.from))行使职责"
        case .delegationEnded(let ended): return try "\(names.officer(ended.to))自\(ended.from)起不再代行“\(name)”的职责"
        case .reinstated: return "恢复误撤的岗位“\(name)”"
        case .abolished(let abolished): return "撤销岗位“\(name)”，自\(abolished.from.value)起"
        }
    }
}

extension OfficerEvent {
    fileprivate func sentence(_ key: String, _ names: DirectoryNames) throws -> String {
        let name = try names.officer(Officer.ID(key))
        switch self {
        case .registered(let registered): return "登记人员\(registered.name.value)，自\(registered.from.value)起"
        case .left(let left): return "\(name)自\(left.from.value)起不在本机构工作"
        case .certificateIssued(let issued):
            let terms = issued.certificate.value
            return "向\(name)颁发\(terms.kind.chinese)\(terms.number)，\(terms.validFrom)至\(terms.validTo)有效"
        case .certificateSuspended(let suspended):
            return "\(name)的证件\(suspended.number.value)自\(suspended.from.value)起暂扣，暂扣期间不得执法"
        case .certificateRestored(let restored): return "\(name)的证件\(restored.number.value)自\(restored.from.value)起恢复"
        case .certificateRevoked(let revoked): return "\(name)的证件\(revoked.number.value)自\(revoked.from.value)起注销，不再恢复"
        case .detailed(let detailed):
            return "\(name)的职务为“\(detailed.details.value.position)”，\(detailed.details.value.engagement.chinese)"
        case .trained(let trained):
            return "\(name)参加“\(trained.training.title)”，\(trained.training.heldOn)，\(trained.training.hours)学时"
        case .examined(let examined):
            return
                "\(name)\(examined.exam.subject.chinese)考试\(examined.exam.score)分，\(examined.exam.isPassed ? "合格" : "不合格")"
        case .legallyQualified(let qualified): return "\(name)的法律职业资格证号为\(qualified.qualification.number)"
        case .reviewedBefore(let reviewed):
            return "\(name)自\(reviewed.review.since)已从事行政处罚决定法制审核（\(reviewed.review.proof)）"
        case .relationDeclared(let declared): return "\(name)申报与当事人的关系：\(declared.ground.chinese)"
        case .transferred(let transferred):
            return try "\(name)自\(transferred.from.value)起调入“\(names.agency(transferred.agency.value))”"
        case .certificateRenewed(let renewed): return "\(name)的证件\(renewed.number.value)延续至\(renewed.validTo.value)"
        case .certificateReviewed(let reviewed):
            return
                "\(name)的证件\(reviewed.number.value)\(reviewed.year.value)年度审验\(reviewed.isPassed.value ? "合格" : "不合格")"
        case .certificateRenewalWithdrawn(let withdrawn):
            return "撤销\(name)证件\(withdrawn.number.value)的延续，有效期恢复至\(withdrawn.validTo.value)"
        case .certificateReviewWithdrawn(let withdrawn):
            return "撤销\(name)证件\(withdrawn.number.value)的\(withdrawn.year.value)年度审验记录"
        }
    }
}

extension DivisionEvent {
    fileprivate func sentence(_ digits: String) -> String {
        let code = Division.Code(digits)?.text ?? digits
        switch self {
        case .added(let added): return "新增区划“\(added.name.value)”（\(code)），自\(added.from.value)起"
        case .renamed(let renamed): return "区划\(code)自\(renamed.from.value)起名为“\(renamed.name.value)”"
        case .ended(let ended):
            let next = ended.successor.value.map { "，后继代码为\($0)" } ?? "，没有后继代码"
            return "区划代码\(code)自\(ended.from.value)起停用\(next)"
        case .hallSet(let set):
            return "区划\(code)自\(set.from.value)起\(set.runsHall.value ? "自设电子政务大厅" : "使用上级的电子政务大厅")"
        }
    }
}

extension RecusalEvent {
    fileprivate func sentence(_ names: DirectoryNames) throws -> String {
        switch self {
        case .requested(let requested):
            return try "申请\(names.officer(requested.officer))回避：\(requested.ground.chinese)；决定作出前不停止调查，不得作出决定"
        case .decided(let decided): return decided.isGranted ? "决定回避" : "驳回回避申请"
        }
    }
}

extension DirectoryRulesEvent {
    fileprivate var sentence: String {
        switch self {
        case .set: "变更机构人员管理参数，自记录时起适用"
        }
    }
}

extension ServiceWindowEvent {
    fileprivate var sentence: String {
        switch self {
        case .set(let set):
            let setting = set.setting.value
            let hours = setting.spans.map(\.text).joined(separator: "，")
            return
                "“\(set.agencyName.value)”的\(setting.hall)\(setting.name)：工作日 \(hours)，每 \(setting.slotMinutes) 分钟 \(setting.capacity) 人，\(setting.items.count) 个事项，\(setting.isTaking ? "开放预约" : "暂停预约")"
        }
    }
}

extension FramingSitesEvent {
    fileprivate var sentence: String {
        switch self {
        case .set(let set):
            let sites = set.sites.value
            return sites.isEmpty ? "行政执法公示专栏不许任何网站嵌入" : "允许嵌入行政执法公示专栏的网站：\(sites.joined(separator: "、"))"
        }
    }
}
