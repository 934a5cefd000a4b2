package line

import (
	"sync"
	"time"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// lending is the secret that lies on the clipboard, if one does. Its time ends
// while the person is being asked for something else, so that what became of it
// is said before the next prompt.
type lending struct {
	mu   sync.Mutex
	loan *outside.Loan
	said []flows.Message
}

// lendFor ends a loan when its time is over.
func (k *lineSession) lendFor(l *outside.Loan) {
	k.lent.mu.Lock()
	k.lent.loan = l
	k.lent.mu.Unlock()
	k.after(face.LendTime, func() { k.endThis(l) })
}

// after calls f when a time is over, in a goroutine.
func (k *printer) after(d time.Duration, f func()) {
	if k.After != nil {
		k.After(d, f)
		return
	}
	time.AfterFunc(d, f)
}

// endThis ends a loan, unless it has ended or a later one took its place.
func (k *lineSession) endThis(l *outside.Loan) {
	k.lent.mu.Lock()
	defer k.lent.mu.Unlock()
	if l == nil || k.lent.loan != l {
		return
	}
	_, said := l.End(k.ctx)
	k.lent.loan = nil
	k.lent.said = append(k.lent.said, said)
}

// clearLoan ends the loan, if there is one.
func (k *lineSession) clearLoan() {
	k.lent.mu.Lock()
	l := k.lent.loan
	k.lent.mu.Unlock()
	k.endThis(l)
}

// endLoan ends the loan when line mode is left, and says what became of it.
func (k *lineSession) endLoan() {
	k.clearLoan()
	for _, m := range k.loanEnds() {
		k.sayAside(words.Say(k.Lang, m))
	}
}

// sayLoanEnd says what became of a secret on the clipboard.
func (k *lineSession) sayLoanEnd() {
	for _, m := range k.loanEnds() {
		k.say(words.Say(k.Lang, m))
	}
}

func (k *lineSession) loanEnds() []flows.Message {
	k.lent.mu.Lock()
	defer k.lent.mu.Unlock()
	said := k.lent.said
	k.lent.said = nil
	return said
}
