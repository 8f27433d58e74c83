import Directory
import EventLog
import Kernel
import Supervision

extension AlertReading {
    /// Who hears of an order.
    enum OrderSide: Hashable {
        /// Who approves for the agency that has to obey, and its own supervisors.
        case agency
        /// The two supervisors who signed.
        case signers
        /// The other supervisors, one of whom has to sign.
        case colleagues
    }

    /// What is new in an order, in words that end a sentence which names it, and for whom.
    struct OrderNews: Hashable {
        let sides: Set<OrderSide>
        let words: String

        init(_ words: String, for sides: Set<OrderSide>) {
            self.sides = sides
            self.words = words
        }
    }

    /// Tells of an order (督办、监督文书): the agency what is asked of it and what came of it, the supervisors what it said.
    ///
    /// Whoever did it knows it, and what was settled before word got out is not told.
    func ordered(_ fact: OrderEvent, _ event: RecordedEvent) throws -> [Told] {
        let key = event.envelope.stream.key
        let order = try reading.state(CorrectionOrder.self, key).state
        guard let terms = order.terms, let news = AlertReading.news(of: fact, order) else { return [] }
        let day = event.envelope.recordedAt.day
        var officers: Set<String> = []
        if news.sides.contains(.agency) { officers.formUnion(try self.officers(leading: terms.agency, on: day)) }
        if news.sides.contains(.signers) { officers.formUnion([order.drafter, order.cosigner].compactMap(\.self)) }
        if news.sides.contains(.colleagues) { officers.formUnion(try supervisors(over: terms.agency, on: day)) }
        return officers.subtracting([event.envelope.actor.id]).sorted().map { officer in
            Told(
                recipient: .officer(officer),
                act: event.envelope.command.correlation,
                about: Alert.Thing.orderMark + key,
                item: "\(terms.agencyName)，\(terms.itemName)",
                words: news.words,
                at: event.envelope.recordedAt,
                mail: nil,
                mobile: nil,
                // A space would end it in the subject.
                named: (order.number ?? terms.kind.chinese).filter { !$0.isWhitespace }
            )
        }
    }

    /// Who approves for an agency, and its own supervisors.
    func officers(leading agency: String, on day: Day) throws -> Set<String> {
        let posts = try reading.reader.posts(ofAgency: Agency.ID(agency), in: reading.realm, on: day)
        return try holders(
            of: posts.filter { $0.responsibility == .approve || $0.responsibility == .supervision },
            on: day
        )
    }

    /// Returns what `fact` means for whom as the order now stands; `nil` where nobody has to hear of it.
    static func news(of fact: OrderEvent, _ order: CorrectionOrder) -> OrderNews? {
        switch fact {
        case .drafted:
            guard order.status == .draft else { return nil }
            return OrderNews("等待会签", for: [.colleagues])
        case .issued:
            guard order.status == .issued else { return nil }
            return OrderNews("已发出，等待签收", for: [.agency])
        case .received(let event):
            guard event.isDeemed, order.status == .running else { return nil }
            return OrderNews("逾期未签收，视为收到，应在 \(event.replyBy) 前回复", for: [.agency])
        case .replied(let event):
            guard order.status == .replied else { return nil }
            return OrderNews(event.isInTime ? "已有整改回复，等待审定" : "已有逾期的整改回复，等待审定", for: [.signers])
        case .objected(let event):
            guard order.objection?.answer == nil, !order.status.isOver else { return nil }
            return OrderNews("单位申请复查，应在 \(event.answerBy) 前答复", for: [.signers])
        case .answered(let event): return OrderNews(event.isUpheld ? "经复查撤回" : "经复查维持", for: [.agency])
        case .ranOut(let event):
            guard !order.status.isOver else { return nil }
            switch event.clock {
            case .reply: return OrderNews("整改期限已过，没有回复", for: [.agency, .signers])
            case .objectionAnswer: return OrderNews("复查答复期限已过", for: [.signers])
            }
        case .concluded(let event):
            // A draft that was dropped never came to the agency.
            guard order.number != nil else { return nil }
            return OrderNews("审定为“\(event.outcome.status.chinese)”", for: [.agency])
        case .planned: return nil
        }
    }
}
