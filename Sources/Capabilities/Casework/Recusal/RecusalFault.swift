package import Kernel

/// Why a recusal is not asked for or decided so.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43; 市场监督管理行政处罚程序规定 art. 4.
package enum RecusalFault: Hashable, Sendable {
    /// It was asked for on that day and waits for the head.
    case undecided(since: Day)
    case granted(on: Day)
    /// The party asked before, and on that day it was decided that the officer need not keep out.
    case refusedAlready(on: Day)
    case noneOpen
    /// The officer does not decide about the own recusal.
    case ofOneself
    /// Who decides heads another agency than the officer's, or only stands in for its head.
    case notHead
    /// An officer's own request is made by that officer.
    case notOneself
    /// The only head of the agency: those in charge discuss it together.
    case ofOnlyHead
    /// Those in charge discuss only the recusal of one among them.
    case ofNoHead
    case discussedByFew(found: Int)
    /// Among those who discussed it is somebody of another agency, or who is to be recused.
    case discussedByStranger
    /// A party names nobody, and nobody has done anything in the case yet.
    case nobodyHandles
    /// So many requests of the case's parties wait for a decision already.
    case tooManyOpen(greatest: Int)
    /// A record or a party names somebody whom the agency does not employ.
    case unknown(name: String)
}
